import assert from 'node:assert/strict';
import { it } from 'node:test';
import { grouped } from './passage.ts';
import type { Pair } from './passage.ts';

/** How long these pairs take to group, in milliseconds. */
function timeFor(pairs: readonly Pair[]): number {
  const started = performance.now();
  grouped(pairs);
  return performance.now() - started;
}

it('values are grouped by their name, in their order', () => {
  const pairs: Pair[] = [
    ['b', '1'],
    ['a', '2'],
    ['b', '3'],
  ];
  assert.deepEqual(grouped(pairs), { b: ['1', '3'], a: ['2'] });
});

// As in backend/http/request.test.ts.
it('a name that comes 30,000 times costs about what 30,000 names cost, not their square', () => {
  const several = Array.from({ length: 30_000 }, (_, at): Pair => [at.toString(36), '']);
  const different = timeFor(several);
  const same = timeFor(several.map(([, value]): Pair => ['a', value]));
  assert.ok(same < 20 * different, `${same} ms, and ${different} ms`);
});
