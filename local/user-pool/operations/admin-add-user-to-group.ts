import { namedGroup, namedUser } from '../administration.ts';
import { cognitoError } from '../cognito-error.ts';
import type { Input } from '../request/input.ts';
import type { Services } from '../services.ts';

const MOST_GROUPS = 100;

/** https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_AdminAddUserToGroup.html */
export function adminAddUserToGroup(
  services: Pick<Services, 'directory' | 'users'>,
  input: Input,
): object {
  const group = namedGroup(services, input);
  const user = namedUser(services, input);
  const groups = services.users.groupsOf(user);
  if (groups.length >= MOST_GROUPS && !groups.includes(group)) {
    // The type and the number are AWS's; the wording is not published.
    const message = 'Exceeded the number of groups that a user can belong to.';
    throw cognitoError('LimitExceededException', message);
  }
  services.users.addToGroup(user, group);
  return {};
}
