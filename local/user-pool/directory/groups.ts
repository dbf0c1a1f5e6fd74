import { cognitoError, invalidParameter } from '../cognito-error.ts';
import { describeDates } from '../dates.ts';
import type { Input } from '../request/input.ts';
import type { Kept } from './kept-resources.ts';
import type { Group, PoolSettings } from './pool-settings.ts';
import type { Services } from '../services.ts';

const NAME = { min: 1, max: 128, pattern: /^[\p{L}\p{M}\p{S}\p{N}\p{P}]+$/u } as const;
const ROLE = {
  min: 20,
  max: 2048,
  pattern: /^arn:[\w+=/,.@-]+:[\w+=/,.@-]+:[\w+=/,.@-]*:[0-9]+:[\w+=/,.@-]+(:[\w+=/,.@-]+){0,2}$/,
} as const;

function readGroupName(input: Input): string {
  return input.string('GroupName', NAME);
}

/**
 * The name of a group to be made. AWS takes each of its pattern; here one must not hold the marks of a list, since API Gateway makes a
 * text of the claim: in a REST API's `x,admin` nobody can tell one group from two.
 */
export function readNewGroupName(input: Input): string {
  const name = readGroupName(input);
  if (!/[,[\]"]/.test(name)) return name;
  throw invalidParameter(
    'GroupName with a comma, a bracket or a quote is not emulated by the Presspass stand-in',
  ).because('API Gateway hands groups over as a list in a text, whose marks these are');
}

/** What a request says of a group besides its name. */
export function readGroupSettings(input: Input): Omit<Group, 'name'> {
  const description = input.optionalString('Description', { max: 2048 });
  const precedence = input.optionalInteger('Precedence', 0, 2 ** 31 - 1);
  const roleArn = input.optionalString('RoleArn', ROLE);
  return {
    ...(description === undefined ? {} : { description }),
    ...(precedence === undefined ? {} : { precedence }),
    ...(roleArn === undefined ? {} : { roleArn }),
  };
}

/** The group that a request names. Throws ResourceNotFoundException. */
export function keptGroup(
  { directory }: Pick<Services, 'directory'>,
  input: Input,
): { pool: PoolSettings; group: Kept<Group> } {
  const pool = directory.pool(input.poolId());
  const group = directory.groups.find(pool.id, readGroupName(input));
  if (group) return { pool, group };
  throw cognitoError('ResourceNotFoundException', 'Group not found.');
}

/** Cognito's GroupType. */
export function describeGroup(
  poolId: string,
  { value, createdAt, modifiedAt }: Kept<Group>,
): object {
  return {
    GroupName: value.name,
    UserPoolId: poolId,
    Description: value.description,
    RoleArn: value.roleArn,
    Precedence: value.precedence,
    ...describeDates({ createdAt, modifiedAt }),
  };
}
