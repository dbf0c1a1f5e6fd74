import assert from 'node:assert/strict';
import { test } from 'node:test';
import { isMet, ratioOf } from './figure.ts';
import type { Figure } from './figure.ts';

const figure: Figure = {
  name: 'First load',
  value: 135,
  unit: 'bytes',
  peer: { name: 'empty app', value: 100 },
};

test('a limit on the ratio compares with the peer, and is kept when it is just reached', () => {
  assert.equal(isMet({ ...figure, limit: { of: 'ratio', atMost: 1.35 } }), true);
  assert.equal(isMet({ ...figure, value: 136, limit: { of: 'ratio', atMost: 1.35 } }), false);
});

test('a limit on the difference counts from the peer', () => {
  assert.equal(isMet({ ...figure, limit: { of: 'difference', atMost: 35 } }), true);
  assert.equal(isMet({ ...figure, limit: { of: 'difference', atMost: 34 } }), false);
});

test('a limit on the value ignores the peer', () => {
  assert.equal(isMet({ ...figure, limit: { of: 'value', atMost: 134 } }), false);
  assert.equal(isMet({ ...figure, limit: { of: 'value', atMost: 135 } }), true);
});

test('what has no limit is neither met nor missed', () => {
  assert.equal(isMet(figure), undefined);
});

test('a limit by a peer that is not there, or with nothing measured, never counts as met', () => {
  const limit = { of: 'ratio', atMost: 1.5 } as const;
  const alone: Figure = { name: 'x', value: 1, unit: 'ms' };
  assert.throws(() => isMet({ ...alone, limit }), /lacks/);
  assert.throws(() => isMet({ ...alone, limit: { of: 'difference', atMost: 5 } }), /lacks/);
  assert.equal(isMet({ ...figure, value: NaN, limit }), false);
});

test('beside nothing at all there is no ratio', () => {
  const peer = { name: 'empty app', value: 0 };
  assert.equal(ratioOf({ ...figure, peer }), undefined);
  assert.equal(ratioOf({ ...figure, value: 0 }), 0);
});
