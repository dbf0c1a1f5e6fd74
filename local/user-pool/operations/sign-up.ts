import { isEmail, readAttributes } from '../users/attributes.ts';
import { cognitoError, invalidParameter, notAuthorized } from '../cognito-error.ts';
import type { PoolClient } from '../directory/pool-directory.ts';
import { sendCode } from '../users/code-mail.ts';
import { newUser } from '../users/create-user.ts';
import { checkIgnoredMembers } from '../request/ignored-members.ts';
import type { Input } from '../request/input.ts';
import { checkPasswordPolicy } from '../users/password-policy.ts';
import type { Services } from '../services.ts';

/** https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_SignUp.html */
export function signUp(
  services: Pick<Services, 'directory' | 'secrets' | 'users' | 'codes' | 'mailbox' | 'clock'>,
  input: Input,
): object {
  const { pool, client } = services.directory.client(input.clientId());
  const email = input.username();
  checkIgnoredMembers(input);
  input.namedValues('ValidationData');
  services.secrets.checkHash(client, email, input.secretHash());
  const password = readPassword(input, { pool, client });
  if (pool.selfSignUp === 'closed')
    throw notAuthorized('SignUp is not permitted for this user pool');
  const { email: attribute, others } = readAttributes(input.namedValues('UserAttributes'));
  if (!isEmail(email)) throw invalidParameter('Username should be an email.');
  if (attribute !== undefined && attribute.toLowerCase() !== email.toLowerCase()) {
    throw invalidParameter('The email attribute and the username must be the same address.');
  }
  if (password !== undefined) checkPasswordPolicy(password);
  if (services.users.find(pool.id, email)) {
    const message = 'An account with the given email already exists.';
    throw cognitoError('UsernameExistsException', message);
  }
  const user = newUser(pool.id, email, password, services.clock.now());
  services.users.save({ ...user, attributes: others });
  const delivery = sendCode(services, { id: user.sub, address: email }, 'sign-up');
  return { UserConfirmed: false, UserSub: user.sub, CodeDeliveryDetails: delivery };
}

/**
 * Left out or blank where people can sign in by a mailed code, which takes a pool and a client that allow it:
 * https://docs.aws.amazon.com/cognito/latest/developerguide/signing-up-users-in-your-app.html
 */
function readPassword(input: Input, { pool, client }: PoolClient): string | undefined {
  if ((input.optionalString('Password') ?? '') !== '') return input.password('Password');
  const isOptional =
    pool.firstFactors.includes('EMAIL_OTP') && client.authFlows.includes('ALLOW_USER_AUTH');
  return isOptional ? undefined : input.password('Password');
}
