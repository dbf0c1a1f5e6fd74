import { createHash, generateKeyPairSync, randomBytes, sign } from 'node:crypto';
import type { KeyObject } from 'node:crypto';
import { isoCBOR } from '@simplewebauthn/server/helpers';

/** As much of CredentialCreationOptions as an authenticator and its browser read. */
export interface CreationOptions {
  readonly challenge: string;
  readonly rp: { readonly id: string };
  readonly user: { readonly id: string };
  readonly excludeCredentials: readonly { readonly id: string }[];
}

/** As much of CREDENTIAL_REQUEST_OPTIONS as they read. */
export interface RequestOptions {
  readonly challenge: string;
  readonly rpId: string;
  readonly allowCredentials: readonly { readonly id: string }[];
}

/** What a test wants otherwise than a browser and an authenticator in order would have it. */
export interface Twist {
  readonly origin?: string;
  readonly relyingPartyId?: string;
  readonly type?: string;
  readonly crossOrigin?: boolean;
  readonly isUserVerified?: boolean;
  readonly counter?: number;
  readonly userHandle?: string;
  /** COSE_Key, in place of the one that it has. */
  readonly publicKey?: ReadonlyMap<number, number | Uint8Array>;
  /** Members of the attestation statement, and its format. */
  readonly attestation?: { readonly fmt: string; readonly attStmt: ReadonlyMap<string, unknown> };
}

interface MadeCredential {
  readonly id: string;
  readonly privateKey: KeyObject;
  readonly publicKey: Uint8Array;
  readonly userHandle: string;
}

const USER_PRESENT = 0x01;
const USER_VERIFIED = 0x04;
const HAS_CREDENTIAL = 0x40;

/** An authenticator and its browser, for tests: makes ES256 passkeys and signs with them (WebAuthn, 6). */
export class SoftwareAuthenticator {
  readonly credentials: MadeCredential[] = [];
  counter = 0;

  /** RegistrationResponseJSON */
  create(options: CreationOptions, twist: Twist = {}) {
    const made = newCredential(options.user.id);
    this.credentials.push(made);
    return this.createAgain(made, options, twist);
  }

  /** The same with a credential that it has. */
  createAgain(made: MadeCredential, options: CreationOptions, twist: Twist = {}) {
    const authData = Buffer.concat([
      this.authenticatorData(options.rp.id, twist, HAS_CREDENTIAL),
      attestedCredential(twist.publicKey ? { ...made, publicKey: coseOf(twist.publicKey) } : made),
    ]);
    const { fmt = 'none', attStmt = new Map() } = twist.attestation ?? {};
    const attestation = isoCBOR.encode(
      new Map<string, unknown>([
        ['fmt', fmt],
        ['attStmt', attStmt],
        ['authData', new Uint8Array(authData)],
      ]) as Parameters<typeof isoCBOR.encode>[0],
    );
    return {
      ...common(made),
      response: {
        clientDataJSON: clientData('webauthn.create', options.challenge, twist),
        attestationObject: Buffer.from(attestation).toString('base64url'),
        transports: ['internal', 'hybrid'],
      },
    };
  }

  /** AuthenticationResponseJSON */
  get(options: RequestOptions, twist: Twist = {}) {
    const allowed = options.allowCredentials.map(({ id }) => id);
    const made = this.credentials.find(({ id }) => allowed.includes(id));
    if (!made) throw new Error('None of these passkeys is here.');
    return this.assertBy(made, options, twist);
  }

  /** The same by a credential that was perhaps not asked for. */
  assertBy(made: MadeCredential, options: RequestOptions, twist: Twist = {}) {
    this.counter += 1;
    const clientDataJSON = clientData('webauthn.get', options.challenge, twist);
    const authenticatorData = this.authenticatorData(options.rpId, twist);
    const signed = Buffer.concat([authenticatorData, sha256(fromBase64url(clientDataJSON))]);
    return {
      ...common(made),
      response: {
        clientDataJSON,
        authenticatorData: authenticatorData.toString('base64url'),
        signature: sign('sha256', signed, made.privateKey).toString('base64url'),
        userHandle: twist.userHandle ?? made.userHandle,
      },
    };
  }

  private authenticatorData(relyingPartyId: string, twist: Twist, more = 0): Buffer {
    const verified = (twist.isUserVerified ?? true) ? USER_VERIFIED : 0;
    const rest = Buffer.alloc(5);
    rest.writeUInt8(USER_PRESENT | verified | more);
    rest.writeUInt32BE(twist.counter ?? this.counter, 1);
    return Buffer.concat([sha256(Buffer.from(twist.relyingPartyId ?? relyingPartyId)), rest]);
  }
}

function newCredential(userHandle: string): MadeCredential {
  const { privateKey, publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  const { x = '', y = '' } = publicKey.export({ format: 'jwk' });
  const cose = new Map<number, number | Uint8Array>([
    [1, 2],
    [3, -7],
    [-1, 1],
    [-2, new Uint8Array(fromBase64url(x))],
    [-3, new Uint8Array(fromBase64url(y))],
  ]);
  return {
    id: randomBytes(16).toString('base64url'),
    privateKey,
    publicKey: coseOf(cose),
    userHandle,
  };
}

function coseOf(members: ReadonlyMap<number, number | Uint8Array>): Uint8Array {
  return isoCBOR.encode(new Map(members));
}

function attestedCredential({ id, publicKey }: MadeCredential): Buffer {
  const rawId = fromBase64url(id);
  const length = Buffer.alloc(2);
  length.writeUInt16BE(rawId.length);
  return Buffer.concat([Buffer.alloc(16), length, rawId, publicKey]);
}

function clientData(type: string, challenge: string, twist: Twist): string {
  const { origin = 'http://localhost:4200', crossOrigin = false } = twist;
  const data = { type: twist.type ?? type, challenge, origin, crossOrigin };
  return Buffer.from(JSON.stringify(data)).toString('base64url');
}

function common({ id }: MadeCredential) {
  return {
    id,
    rawId: id,
    type: 'public-key',
    clientExtensionResults: {},
    authenticatorAttachment: 'platform',
  };
}

function sha256(bytes: Buffer): Buffer {
  return createHash('sha256').update(bytes).digest();
}

function fromBase64url(text: string): Buffer {
  return Buffer.from(text, 'base64url');
}
