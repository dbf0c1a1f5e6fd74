import { invalidParameter } from '../cognito-error.ts';
import { Input } from '../request/input.ts';

const BASE64URL = /^[\w-]+$/;
/** WebAuthn's longest credential id has 1023 bytes. */
const ID = { min: 1, max: 1364, pattern: BASE64URL } as const;
const BYTES = { min: 1, pattern: BASE64URL } as const;

/** What the browser itself vouches for (WebAuthn, 5.8.1). */
export interface ClientData {
  readonly type: string;
  /** Base64URL, as it came. */
  readonly challenge: string;
  readonly origin: string;
  /** From a frame of another site's page. */
  readonly isCrossOrigin: boolean;
}

/** What a browser made with an authenticator, as far as registering and signing in have in common. */
interface GivenCredential {
  /** Base64URL */
  readonly id: string;
  readonly clientDataJSON: string;
  readonly clientData: ClientData;
  /** `platform` or `cross-platform` */
  readonly attachment: string | undefined;
}

/** RegistrationResponseJSON: https://www.w3.org/TR/webauthn-3/#dictdef-registrationresponsejson */
export interface NewCredential extends GivenCredential {
  readonly attestationObject: string;
  readonly transports: readonly string[];
}

/** AuthenticationResponseJSON: https://www.w3.org/TR/webauthn-3/#dictdef-authenticationresponsejson */
export interface Assertion extends GivenCredential {
  readonly authenticatorData: string;
  readonly signature: string;
  readonly userHandle: string | undefined;
}

/** Reads what CompleteWebAuthnRegistration takes. Throws InvalidParameterException for what is none. */
export function readNewCredential(credential: Input): NewCredential {
  const { common, response } = readCommon(credential, 'webauthn.create');
  const transports = response.optionalStringList('transports', 10, { max: 32 }) ?? [];
  return {
    ...common,
    attestationObject: response.string('attestationObject', BYTES),
    transports: transports.filter((transport) => /^[a-z-]+$/.test(transport)),
  };
}

/** Reads the JSON that answers WEB_AUTHN. Throws InvalidParameterException for what is none. */
export function readAssertion(text: string): Assertion {
  const { common, response } = readCommon(new Input(parsed(text, 'CREDENTIAL')), 'webauthn.get');
  return {
    ...common,
    authenticatorData: response.string('authenticatorData', BYTES),
    signature: response.string('signature', BYTES),
    userHandle: response.optionalString('userHandle', { max: 128 }),
  };
}

function readCommon(
  credential: Input,
  type: 'webauthn.create' | 'webauthn.get',
): { common: GivenCredential; response: Input } {
  const id = credential.string('id', ID);
  const isNamedTwice = credential.string('rawId', ID) === id;
  credential.oneOf('type', ['public-key']);
  const attachment = credential.optionalOneOf('authenticatorAttachment', [
    'platform',
    'cross-platform',
  ]);
  const response = credential.structure('response');
  if (!response || !isNamedTwice) throw invalidParameter('Invalid credential.');
  const clientDataJSON = response.string('clientDataJSON', BYTES);
  const clientData = readClientData(clientDataJSON);
  if (clientData.type !== type) {
    throw invalidParameter('Invalid credential.').because(
      `its type is ${clientData.type.slice(0, 32)}, not ${type}`,
    );
  }
  return { common: { id, clientDataJSON, clientData, attachment }, response };
}

function readClientData(text: string): ClientData {
  const data = new Input(parsed(Buffer.from(text, 'base64url').toString(), 'clientDataJSON'));
  return {
    type: data.string('type'),
    challenge: data.string('challenge', { min: 1, max: 2048, pattern: BASE64URL }),
    origin: data.string('origin', { max: 1024 }),
    isCrossOrigin: data.optionalBoolean('crossOrigin') ?? false,
  };
}

function parsed(text: string, name: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    // Whatever is wrong with it: it is no JSON.
    throw invalidParameter(`Invalid credential.`).because(`${name} is no JSON`);
  }
}
