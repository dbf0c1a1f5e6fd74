import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Check } from './check.ts';
import { coverageProblems } from './coverage.ts';
import { notEmulated, row } from './row.ts';

const check = (...rows: string[]): Check => ({
  rows,
  title: 'something',
  client: 'fetch',
  house: 'everyday',
  run: () => Promise.resolve(),
});
const tested = row('a', 'the articles', 'It answers.');
const left = row('b', 'the articles', 'It sings.', notEmulated('nobody asked'));

test('rows that are tested or say why not are in order', () => {
  assert.deepEqual(coverageProblems([tested, left], [check('a')]), []);
});

test('a row that nobody tests must say why', () => {
  assert.deepEqual(coverageProblems([tested], []), ['a is not tested and does not say why.']);
  const silent = row('c', 'the articles', 'It hums.', notEmulated(' '));
  assert.deepEqual(coverageProblems([silent], []), ['c gives an empty reason.']);
});

test('a row that says why nobody tests it may not be tested', () => {
  assert.deepEqual(coverageProblems([left], [check('b')]), [
    'b says that it is not emulated, and is tested.',
  ]);
});

test('a check that shows no row, and two rows of one name, are mistakes', () => {
  assert.deepEqual(coverageProblems([tested, tested], [check('a', 'z')]), [
    'Two rows have the id a.',
    'A check shows z, which is no row.',
  ]);
});
