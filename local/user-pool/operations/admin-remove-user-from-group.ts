import type { Input } from '../input.ts';
import type { Services } from '../services.ts';
import { namedUser } from '../signed-in-user.ts';
import { existingGroup } from './admin-add-user-to-group.ts';

/** https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_AdminRemoveUserFromGroup.html */
export function adminRemoveUserFromGroup(
  services: Pick<Services, 'directory' | 'users'>,
  input: Input,
): object {
  const group = existingGroup(services, input);
  services.users.removeFromGroup(namedUser(services, input), group);
  return {};
}
