import type { User } from '../users/user-store.ts';
import type { Assertion } from './given-credential.ts';
import { userHandleOf } from './options.ts';
import type { Passkey } from './passkeys.ts';
import { isOriginOf } from './relying-party.ts';
import type { RelyingParty } from './relying-party.ts';

/** Who is to be proven, by which of their passkeys, for which challenge (Base64URL). */
export interface ExpectedAssertion {
  readonly user: User;
  readonly passkey: Passkey;
  readonly relyingParty: RelyingParty;
  readonly challenge: string;
}

/** What came of it: how often the authenticator was used, or why the answer is refused, for developers. */
export type AssertionVerdict =
  | { readonly kind: 'right'; readonly counter: number }
  | { readonly kind: 'wrong'; readonly reason: string };

/** Verifies the answer to WEB_AUTHN (WebAuthn, 7.2): challenge, origin, relying party, user, counter and signature. */
export async function verifyAssertion(
  assertion: Assertion,
  { user, passkey, relyingParty, challenge }: ExpectedAssertion,
): Promise<AssertionVerdict> {
  const { clientData, userHandle } = assertion;
  if (!isOriginOf(relyingParty, clientData.origin) || clientData.isCrossOrigin) {
    return wrong('it was made on a page of another origin');
  }
  if (userHandle !== undefined && userHandle !== userHandleOf(user)) {
    return wrong('the authenticator keeps it for another user');
  }
  // Loaded when somebody needs it: it would cost every start a fifth of a second.
  const { verifyAuthenticationResponse } = await import('@simplewebauthn/server');
  try {
    const { verified, authenticationInfo } = await verifyAuthenticationResponse({
      response: asJson(assertion),
      expectedChallenge: challenge,
      expectedOrigin: clientData.origin,
      expectedRPID: relyingParty.id,
      requireUserVerification: relyingParty.userVerification === 'required',
      credential: passkeyToVerify(passkey),
    });
    if (!verified) return wrong('its signature is wrong');
    return { kind: 'right', counter: authenticationInfo.newCounter };
  } catch (problem) {
    // The library throws whatever is wrong, in words.
    return wrong(problem instanceof Error ? problem.message.slice(0, 200) : 'unknown');
  }
}

function wrong(reason: string): AssertionVerdict {
  return { kind: 'wrong', reason };
}

function passkeyToVerify({ id, publicKey, counter }: Passkey) {
  return { id, publicKey, counter };
}

function asJson({ id, clientDataJSON, authenticatorData, signature }: Assertion) {
  return {
    id,
    rawId: id,
    type: 'public-key' as const,
    response: { clientDataJSON, authenticatorData, signature },
    clientExtensionResults: {},
  };
}
