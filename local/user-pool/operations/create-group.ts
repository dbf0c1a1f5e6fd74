import { cognitoError } from '../cognito-error.ts';
import { describeGroup, readGroupSettings, readNewGroupName } from '../directory/groups.ts';
import type { Input } from '../request/input.ts';
import type { Services } from '../services.ts';

const MOST_GROUPS = 10_000;

/** https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_CreateGroup.html */
export function createGroup({ directory }: Pick<Services, 'directory'>, input: Input): object {
  const name = readNewGroupName(input);
  const settings = readGroupSettings(input);
  const pool = directory.pool(input.poolId());
  if (directory.groups.find(pool.id, name)) {
    throw cognitoError('GroupExistsException', 'A group with the name already exists.');
  }
  if (pool.groups.length >= MOST_GROUPS) {
    // The type and the number are AWS's; the wording is not published.
    throw cognitoError('LimitExceededException', 'Exceeded the number of groups in a user pool.');
  }
  const kept = directory.groups.save(pool.id, name, { name, ...settings });
  return { Group: describeGroup(pool.id, kept) };
}
