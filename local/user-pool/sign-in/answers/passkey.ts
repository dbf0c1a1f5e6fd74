import { notAuthorized } from '../../cognito-error.ts';
import type { CognitoError } from '../../cognito-error.ts';
import { readAssertion } from '../../passkeys/given-credential.ts';
import { relyingPartyOf } from '../../passkeys/relying-party.ts';
import { verifyAssertion } from '../../passkeys/verify-assertion.ts';
import { required } from '../../request/input.ts';
import type { Services } from '../../services.ts';
import { availableFactors, usablePasskeys } from '../available-factors.ts';
import { openSession } from '../open-session.ts';
import { afterFirstFactor } from '../sign-in.ts';
import type { SignInStep } from '../sign-in-step.ts';
import type { ChallengeAnswer } from './challenge-answer.ts';

/** WEB_AUTHN: verifies what one of the user's passkeys signed. One challenge, one try: nobody mistypes a signature. */
export async function checkPasskey(
  services: Services,
  answer: ChallengeAnswer,
): Promise<() => SignInStep> {
  const { pool, client } = answer;
  const assertion = readAssertion(required(answer.answers, 'CREDENTIAL'));
  const { state, account } = services.transaction(() => {
    const session = openSession(services, answer, 'WEB_AUTHN');
    session.use();
    return session;
  });
  const { user } = account;
  const passkey = usablePasskeys(services, pool, user).find(({ id }) => id === assertion.id);
  if (!user || !passkey) throw wrongPasskey('the user has no passkey with this id');
  if (!availableFactors(services, pool, user).includes('WEB_AUTHN')) {
    throw wrongPasskey('the user needs a second factor since, or has a temporary password');
  }
  const expected = { user, passkey, relyingParty: relyingPartyOf(pool), challenge: state.nonce };
  const verdict = await verifyAssertion(assertion, expected);
  if (verdict.kind === 'wrong') throw wrongPasskey(verdict.reason);
  return () => {
    const present = services.users.find(pool.id, user.sub);
    if (!present || !services.passkeys.use(user, passkey, verdict.counter)) {
      throw wrongPasskey('the passkey was used or deleted in this moment');
    }
    return afterFirstFactor(services, { pool, client, user: present });
  };
}

/** The type is AWS's; its words are not published. */
function wrongPasskey(reason: string): CognitoError {
  return notAuthorized('Invalid credential for the user.').because(reason);
}
