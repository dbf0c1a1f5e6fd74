import { SoftwareAuthenticator } from './software-authenticator.ts';

const bytes = (text: string): ArrayBuffer => new Uint8Array(Buffer.from(text, 'base64url')).buffer;
const text = (buffer: BufferSource): string =>
  Buffer.from(buffer as ArrayBuffer).toString('base64url');

class AttestationResponse {
  readonly clientDataJSON: ArrayBuffer;
  readonly attestationObject: ArrayBuffer;
  private readonly transports: string[];

  constructor(made: ReturnType<SoftwareAuthenticator['create']>['response']) {
    this.clientDataJSON = bytes(made.clientDataJSON);
    this.attestationObject = bytes(made.attestationObject);
    this.transports = made.transports;
  }

  getTransports = (): string[] => this.transports;
  getPublicKeyAlgorithm = (): number => -7;
  getPublicKey = (): null => null;
  getAuthenticatorData = (): ArrayBuffer => new ArrayBuffer(0);
}

class AssertionResponse {
  readonly clientDataJSON: ArrayBuffer;
  readonly authenticatorData: ArrayBuffer;
  readonly signature: ArrayBuffer;
  readonly userHandle: ArrayBuffer;

  constructor(made: ReturnType<SoftwareAuthenticator['get']>['response']) {
    this.clientDataJSON = bytes(made.clientDataJSON);
    this.authenticatorData = bytes(made.authenticatorData);
    this.signature = bytes(made.signature);
    this.userHandle = bytes(made.userHandle);
  }
}

class Credential {
  readonly id: string;
  readonly rawId: ArrayBuffer;
  readonly type = 'public-key';
  readonly authenticatorAttachment = 'platform';
  readonly response: AttestationResponse | AssertionResponse;

  constructor(id: string, response: AttestationResponse | AssertionResponse) {
    this.id = id;
    this.rawId = bytes(id);
    this.response = response;
  }

  getClientExtensionResults = (): object => ({});
}

interface Created {
  readonly publicKey: PublicKeyCredentialCreationOptions;
}
interface Requested {
  readonly publicKey: PublicKeyCredentialRequestOptions;
}

/**
 * As much of a browser as Amplify's passkeys want, with a software authenticator, until `close`: `window`, the classes of WebAuthn and
 * `navigator.credentials`.
 */
export class PasskeyBrowser {
  readonly authenticator = new SoftwareAuthenticator();
  private readonly before = new Map<string, PropertyDescriptor | undefined>();

  constructor() {
    const shown = {
      PublicKeyCredential: Credential,
      AuthenticatorAttestationResponse: AttestationResponse,
      AuthenticatorAssertionResponse: AssertionResponse,
      navigator: { credentials: { create: this.create, get: this.get } },
      window: { document: {}, isSecureContext: true, PublicKeyCredential: Credential },
    };
    for (const [name, value] of Object.entries(shown)) {
      this.before.set(name, Object.getOwnPropertyDescriptor(globalThis, name));
      Object.defineProperty(globalThis, name, { value, configurable: true });
    }
  }

  close(): void {
    for (const [name, descriptor] of this.before) {
      if (descriptor) Object.defineProperty(globalThis, name, descriptor);
      else Reflect.deleteProperty(globalThis, name);
    }
  }

  private readonly create = ({ publicKey }: Created): Promise<Credential> => {
    const { challenge, rp, user, excludeCredentials = [] } = publicKey;
    const made = this.authenticator.create({
      challenge: text(challenge),
      rp: { id: rp.id ?? '' },
      user: { id: text(user.id) },
      excludeCredentials: excludeCredentials.map(({ id }) => ({ id: text(id) })),
    });
    return Promise.resolve(new Credential(made.id, new AttestationResponse(made.response)));
  };

  private readonly get = ({ publicKey }: Requested): Promise<Credential> => {
    const { challenge, rpId = '', allowCredentials = [] } = publicKey;
    const made = this.authenticator.get({
      challenge: text(challenge),
      rpId,
      allowCredentials: allowCredentials.map(({ id }) => ({ id: text(id) })),
    });
    return Promise.resolve(new Credential(made.id, new AssertionResponse(made.response)));
  };
}
