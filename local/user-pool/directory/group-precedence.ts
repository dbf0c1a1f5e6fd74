import type { Group, PoolSettings } from './pool-settings.ts';

/**
 * Sorts names of groups, and says which roles they bring: the lowest precedence first, groups without one last. The preferred role is
 * that of the first group, unless another of the same precedence has a different one:
 * https://docs.aws.amazon.com/cognito/latest/developerguide/cognito-user-pools-user-groups.html
 */
export function inPrecedence(
  { groups }: PoolSettings,
  names: readonly string[],
): { names: string[]; roles: string[]; preferredRole: string | undefined } {
  const rank = ({ precedence = Infinity }: Group): number => precedence;
  const mine = groups
    .filter(({ name }) => names.includes(name))
    .sort((a, b) => (rank(a) === rank(b) ? compare(a.name, b.name) : rank(a) - rank(b)));
  const roles = mine.flatMap(({ roleArn }) => (roleArn === undefined ? [] : [roleArn]));
  const first = mine.find(({ roleArn }) => roleArn !== undefined);
  const rivals = mine.filter(({ precedence, roleArn }) => {
    return roleArn !== undefined && precedence === first?.precedence;
  });
  const isClear = rivals.every(({ roleArn }) => roleArn === first?.roleArn);
  return {
    names: mine.map(({ name }) => name),
    roles: [...new Set(roles)],
    preferredRole: isClear ? first?.roleArn : undefined,
  };
}

function compare(a: string, b: string): number {
  return a < b ? -1 : 1;
}
