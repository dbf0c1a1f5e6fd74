import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Check, ClientName } from '../check.ts';
import { notEmulated, row } from '../row.ts';
import { fidelityPage } from './fidelity.ts';
import { resultTable } from './table.ts';

const check = (client: ClientName): Check => ({
  rows: ['a'],
  title: 'it answers',
  client,
  house: 'everyday',
  run: () => Promise.resolve(),
});
const section = {
  title: 'Section',
  rows: [
    row('a', 'unverified', 'It answers a|b.'),
    row('b', 'the articles', 'It sings.', notEmulated('nobody asked')),
  ],
};

test('the table shows by row what each client made of it, and why one failed', () => {
  const table = resultTable(
    [section],
    [
      { check: check('AWS SDK'), outcome: 'passed' },
      { check: check('fetch'), outcome: 'failed', problem: 'Error: 500', place: '' },
      { check: check('AWS CLI'), outcome: 'not run on this machine' },
    ],
  );
  assert.match(
    table,
    / a {2}AWS SDK passed, fetch FAILED, AWS CLI not run on this machine\n {2}b {2}not emulated: nobody asked/,
  );
  assert.match(table, /FAILED {2}fetch: it answers\n {8}Error: 500/);
});

test('one failure among several checks of a client is a failure of the client', () => {
  const results = [
    { check: check('fetch'), outcome: 'passed' },
    { check: check('fetch'), outcome: 'failed', problem: '', place: '' },
  ] as const;
  assert.match(resultTable([section], results), / a {2}fetch FAILED/);
});

test('the page names the clients, marks what is unverified, and lists what is not emulated', () => {
  const page = fidelityPage([section], [check('fetch'), check('AWS SDK')]);
  assert.match(
    page,
    /\| a \| It answers a\\\|b\. \| unverified \| AWS SDK, fetch; implemented, not verified against AWS \|/,
  );
  assert.match(page, /## Implemented, not verified against AWS[^#]*- \*\*a\*\* It answers/);
  assert.match(
    page,
    /## What is not emulated\n\n- \*\*b\*\* It sings\. Nobody asked\.\n\n## What differs/,
  );
});
