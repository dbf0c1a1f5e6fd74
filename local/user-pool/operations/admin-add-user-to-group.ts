import { cognitoError } from '../cognito-error.ts';
import type { Input } from '../input.ts';
import type { Services } from '../services.ts';
import { namedUser } from '../signed-in-user.ts';

/** https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_AdminAddUserToGroup.html */
export function adminAddUserToGroup(
  services: Pick<Services, 'directory' | 'users'>,
  input: Input,
): object {
  const group = existingGroup(services, input);
  services.users.addToGroup(namedUser(services, input), group);
  return {};
}

/** The group a request names; groups belong to the pool's settings. Throws ResourceNotFoundException. */
export function existingGroup({ directory }: Pick<Services, 'directory'>, input: Input): string {
  const pool = directory.pool(input.poolId());
  const group = input.string('GroupName', { min: 1, max: 128 });
  if (pool.groups.includes(group)) return group;
  throw cognitoError('ResourceNotFoundException', 'Group not found.');
}
