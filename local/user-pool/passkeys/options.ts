import type { User } from '../users/user-store.ts';
import type { Passkey } from './passkeys.ts';
import type { RelyingParty } from './relying-party.ts';

/** ES256 and RS256 (RFC 9053, 2.1; RFC 8812, 2): every authenticator has one of them. */
export const ALGORITHMS = [-7, -257];

/** What a browser is asked. */
interface Asked {
  readonly relyingParty: RelyingParty;
  /** Base64URL */
  readonly challenge: string;
  /** How long the challenge is good, in milliseconds. */
  readonly timeout: number;
  /** Those that the user has. */
  readonly passkeys: readonly Passkey[];
}

/** PublicKeyCredentialCreationOptionsJSON: https://www.w3.org/TR/webauthn-3/#dictdef-publickeycredentialcreationoptionsjson */
export function creationOptions(user: User, asked: Asked): object {
  const { relyingParty, challenge, timeout, passkeys } = asked;
  return {
    rp: { id: relyingParty.id, name: relyingParty.id },
    user: {
      id: userHandleOf(user),
      name: user.email,
      displayName: user.attributes['name'] ?? user.email,
    },
    challenge,
    pubKeyCredParams: ALGORITHMS.map((alg) => ({ type: 'public-key', alg })),
    timeout,
    excludeCredentials: passkeys.map(described),
    authenticatorSelection: {
      requireResidentKey: true,
      residentKey: 'required',
      userVerification: relyingParty.userVerification,
    },
    attestation: 'none',
  };
}

/** PublicKeyCredentialRequestOptionsJSON: https://www.w3.org/TR/webauthn-3/#dictdef-publickeycredentialrequestoptionsjson */
export function requestOptions({ relyingParty, challenge, timeout, passkeys }: Asked): object {
  return {
    challenge,
    timeout,
    rpId: relyingParty.id,
    allowCredentials: passkeys.map(described),
    userVerification: relyingParty.userVerification,
  };
}

/** By what an authenticator knows the user: Base64URL, nothing personal (WebAuthn, 14.6.1). */
export function userHandleOf({ sub }: User): string {
  return Buffer.from(sub).toString('base64url');
}

function described({ id, transports }: Passkey): object {
  return { type: 'public-key', id, transports };
}
