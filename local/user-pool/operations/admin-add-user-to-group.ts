import { namedGroup, namedUser } from '../administration.ts';
import type { Input } from '../input.ts';
import type { Services } from '../services.ts';

/** https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_AdminAddUserToGroup.html */
export function adminAddUserToGroup(
  services: Pick<Services, 'directory' | 'users'>,
  input: Input,
): object {
  const group = namedGroup(services, input);
  services.users.addToGroup(namedUser(services, input), group);
  return {};
}
