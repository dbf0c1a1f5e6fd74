import { namedGroup, namedUser } from '../administration.ts';
import type { Input } from '../request/input.ts';
import type { Services } from '../services.ts';

/** https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_AdminRemoveUserFromGroup.html */
export function adminRemoveUserFromGroup(
  services: Pick<Services, 'directory' | 'users'>,
  input: Input,
): object {
  const group = namedGroup(services, input);
  services.users.removeFromGroup(namedUser(services, input), group);
  return {};
}
