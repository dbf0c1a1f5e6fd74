import { ownerOf } from '../../users/accounts.ts';
import { invalidParameter, wrongPassword } from '../../cognito-error.ts';
import { guardPassword } from '../first-factor.ts';
import { required } from '../../request/input.ts';
import type { Services } from '../../services.ts';
import { afterFirstFactor } from '../sign-in.ts';
import type { SignInStep } from '../sign-in-step.ts';
import { claimHolds } from '../../users/srp.ts';
import { usernameKey } from '../../users/user-store.ts';
import type { ChallengeAnswer } from './challenge-answer.ts';

const TIMESTAMP = /^[A-Z][a-z]{2} [A-Z][a-z]{2} \d{1,2} \d{2}:\d{2}:\d{2} [A-Z]{3} \d{4}$/;

/** PASSWORD_VERIFIER: checks the client's proof that it knows the password. One challenge, one try. */
export function verifyPassword(services: Services, answer: ChallengeAnswer): SignInStep {
  const { pool, client, username, answers } = answer;
  const secretBlock = required(answers, 'PASSWORD_CLAIM_SECRET_BLOCK');
  const signature = required(answers, 'PASSWORD_CLAIM_SIGNATURE');
  const timestamp = required(answers, 'TIMESTAMP');
  if (!TIMESTAMP.test(timestamp)) {
    throw invalidParameter('TIMESTAMP format should be EEE MMM d HH:mm:ss z yyyy in english.');
  }
  const { state, spend } = services.challenges.open(secretBlock, 'PASSWORD_VERIFIER');
  const isHis = [state.userId, usernameKey(state.username)].includes(usernameKey(username));
  if (state.clientId !== client.id || !isHis) throw wrongPassword();
  const { user, password } = services.accounts.find(pool.id, state.username);
  guardPassword(services, { id: state.userId, user }, () => {
    const claim = { ...ownerOf(pool.id, state.userId), secretBlock, timestamp, signature };
    return spend() && claimHolds(password, state, { ...claim, clientKey: state.clientKey });
  });
  if (user?.sub !== state.userId) throw wrongPassword();
  return afterFirstFactor(services, { pool, client, user });
}
