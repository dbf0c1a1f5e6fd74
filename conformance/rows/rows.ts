import type { Row, Section } from '../row.ts';
import { articleMachines } from './article-machines.ts';
import { articlePeople } from './article-people.ts';
import { gateway } from './gateway.ts';
import { tokens } from './tokens.ts';
import { userPool } from './user-pool.ts';

/** Every behaviour that the newspaper stands for, in the order of the page docs/fidelity.md. */
export const sections: readonly Section[] = [
  ...articleMachines,
  ...articlePeople,
  ...gateway,
  ...tokens,
  ...userPool,
];

export const rows: readonly Row[] = sections.flatMap((section) => section.rows);
