import type { Check } from './check.ts';
import type { Row } from './row.ts';

/**
 * What is wrong with rows and checks as they are written, in sentences: a row that nobody tests must say why, one that
 * says why must not be tested, an id stands for one row, and a check may not show what no row states.
 */
export function coverageProblems(rows: readonly Row[], checks: readonly Check[]): string[] {
  const ids = rows.map(({ id }) => id);
  const tested = new Set(checks.flatMap((check) => check.rows));
  const twice = ids.filter((id, index) => ids.indexOf(id) !== index);
  const unknown = [...tested].filter((id) => !ids.includes(id));
  return [
    ...twice.map((id) => `Two rows have the id ${id}.`),
    ...unknown.map((id) => `A check shows ${id}, which is no row.`),
    ...rows.flatMap(({ id, exemption }) => {
      if (!exemption) return tested.has(id) ? [] : [`${id} is not tested and does not say why.`];
      if (exemption.reason.trim() === '') return [`${id} gives an empty reason.`];
      return tested.has(id) ? [`${id} says that it is ${exemption.kind}, and is tested.`] : [];
    }),
  ];
}
