import { newPassword, ownerOf } from '../accounts.ts';
import { readAttributes } from '../attributes.ts';
import { invalidParameter, notAuthorized, wrongPassword } from '../cognito-error.ts';
import { checkPasswordModel, required } from '../input.ts';
import type { Input } from '../input.ts';
import { checkPasswordPolicy } from '../password-policy.ts';
import type { Services } from '../services.ts';
import { completeSignIn, startSession } from '../sign-in.ts';
import { claimHolds } from '../srp.ts';
import { usernameKey } from '../user-store.ts';

const TIMESTAMP = /^[A-Z][a-z]{2} [A-Z][a-z]{2} \d{1,2} \d{2}:\d{2}:\d{2} [A-Z]{3} \d{4}$/;

/** https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_RespondToAuthChallenge.html */
export async function respondToAuthChallenge(services: Services, input: Input): Promise<object> {
  services.directory.client(input.clientId());
  const challenge = input.string('ChallengeName');
  switch (challenge) {
    case 'PASSWORD_VERIFIER':
      return verifyPassword(services, input);
    case 'NEW_PASSWORD_REQUIRED':
      return chooseNewPassword(services, input);
    default:
      throw invalidParameter(
        `Challenge ${challenge.slice(0, 64)} is not emulated by the Presspass stand-in`,
      );
  }
}

/** Checks the client's proof that it knows the password. One challenge, one try. */
async function verifyPassword(services: Services, input: Input): Promise<object> {
  const { pool, client } = services.directory.client(input.clientId());
  const answers = input.strings('ChallengeResponses');
  const username = required(answers, 'USERNAME');
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
  services.lockout.guard(state.userId, () => {
    const claim = { ...ownerOf(pool.id, state.userId), secretBlock, timestamp, signature };
    return spend() && claimHolds(password, state, { ...claim, clientKey: state.clientKey });
  });
  if (user?.sub !== state.userId) throw wrongPassword();
  return completeSignIn(services, { pool, client, user });
}

/** Replaces a temporary password. A password that the policy refuses leaves the session usable. */
async function chooseNewPassword(services: Services, input: Input): Promise<object> {
  const { pool, client } = services.directory.client(input.clientId());
  const answers = input.strings('ChallengeResponses');
  const username = required(answers, 'USERNAME');
  const chosen = required(answers, 'NEW_PASSWORD');
  const { state, spend } = services.challenges.open(
    input.string('Session', { min: 20 }),
    'NEW_PASSWORD_REQUIRED',
  );
  const user = services.users.find(pool.id, state.userId);
  const isHis = user && [user.sub, usernameKey(user.email)].includes(usernameKey(username));
  if (!isHis || state.clientId !== client.id || user.status !== 'FORCE_CHANGE_PASSWORD') {
    throw notAuthorized('Invalid session for the user.');
  }
  checkPasswordModel('newPassword', chosen);
  checkPasswordPolicy(chosen);
  const { others } = readAttributes(attributesIn(answers));
  if (!spend()) throw notAuthorized('Invalid session for the user.');
  const confirmed = {
    ...user,
    status: 'CONFIRMED',
    attributes: { ...user.attributes, ...others },
    password: newPassword(pool.id, user.sub, chosen),
    passwordExpiresAt: undefined,
    modifiedAt: services.clock.now(),
  } as const;
  services.users.save(confirmed);
  return startSession(services, { pool, client, user: confirmed });
}

/** Attributes come as `userAttributes.<name>` among the answers. */
function attributesIn(answers: ReadonlyMap<string, string>): { name: string; value: string }[] {
  const prefix = 'userAttributes.';
  return [...answers]
    .filter(([name]) => name.startsWith(prefix))
    .map(([name, value]) => ({ name: name.slice(prefix.length), value }));
}
