import { createHash, generateKeyPairSync, randomBytes, sign } from 'node:crypto';
import { isoCBOR } from '@simplewebauthn/server/helpers';

/** What a check wants otherwise than a browser would have it. */
interface Twist {
  readonly origin?: string;
  readonly relyingParty?: string;
}

/** One passkey, and the browser between it and a page: no more than WebAuthn has for ES256 and no attestation. */
export class Authenticator {
  private readonly keys = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  private readonly id = randomBytes(16);
  private uses = 0;

  /** Answers CredentialCreationOptions. */
  create(options: unknown, twist: Twist = {}): object {
    const { challenge, rp } = options as { challenge: string; rp: { id: string } };
    const length = Buffer.alloc(2);
    length.writeUInt16BE(this.id.length);
    const made = Buffer.concat([Buffer.alloc(16), length, this.id, this.publicKey()]);
    const authData = Buffer.concat([this.data(twist.relyingParty ?? rp.id, 0x45), made]);
    const attestation = isoCBOR.encode(
      new Map<string, string | Map<string, string> | Uint8Array>([
        ['fmt', 'none'],
        ['attStmt', new Map<string, string>()],
        ['authData', new Uint8Array(authData)],
      ]),
    );
    return this.credential({
      clientDataJSON: clientData('webauthn.create', challenge, twist),
      attestationObject: Buffer.from(attestation).toString('base64url'),
      transports: ['internal'],
    });
  }

  /** Answers CREDENTIAL_REQUEST_OPTIONS, as RespondToAuthChallenge takes it. */
  get(options: string, twist: Twist = {}): string {
    const { challenge, rpId } = JSON.parse(options) as { challenge: string; rpId: string };
    this.uses += 1;
    const clientDataJSON = clientData('webauthn.get', challenge, twist);
    const authenticatorData = this.data(twist.relyingParty ?? rpId, 0x05);
    const hash = sha256(Buffer.from(clientDataJSON, 'base64url'));
    const signature = sign(
      'sha256',
      Buffer.concat([authenticatorData, hash]),
      this.keys.privateKey,
    );
    const made = this.credential({
      clientDataJSON,
      authenticatorData: authenticatorData.toString('base64url'),
      signature: signature.toString('base64url'),
    });
    return JSON.stringify(made);
  }

  private credential(response: object): object {
    const id = this.id.toString('base64url');
    return { id, rawId: id, type: 'public-key', clientExtensionResults: {}, response };
  }

  private data(relyingParty: string, flags: number): Buffer {
    const rest = Buffer.alloc(5);
    rest.writeUInt8(flags);
    rest.writeUInt32BE(this.uses, 1);
    return Buffer.concat([sha256(Buffer.from(relyingParty)), rest]);
  }

  private publicKey(): Uint8Array {
    const { x = '', y = '' } = this.keys.publicKey.export({ format: 'jwk' });
    const point = (text: string) => new Uint8Array(Buffer.from(text, 'base64url'));
    return isoCBOR.encode(
      new Map<number, number | Uint8Array>([
        [1, 2],
        [3, -7],
        [-1, 1],
        [-2, point(x)],
        [-3, point(y)],
      ]),
    );
  }
}

function clientData(type: string, challenge: string, { origin }: Twist): string {
  const data = { type, challenge, origin: origin ?? 'http://localhost:4200', crossOrigin: false };
  return Buffer.from(JSON.stringify(data)).toString('base64url');
}

function sha256(bytes: Buffer): Buffer {
  return createHash('sha256').update(bytes).digest();
}
