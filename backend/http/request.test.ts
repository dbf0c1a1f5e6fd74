import assert from 'node:assert/strict';
import { it } from 'node:test';
import { readRequest } from './request.ts';
import type { GatewayEvent } from './request.ts';

/** An HTTP API's event with a query; only what is read of it. */
const asking = (rawQueryString: string): GatewayEvent =>
  ({ rawPath: '/', rawQueryString, headers: {}, requestContext: { timeEpoch: 0 } }) as GatewayEvent;

/** How long this takes, in milliseconds. */
function timeOf(work: () => unknown): number {
  const started = performance.now();
  work();
  return performance.now() - started;
}

it('all values of a name are read, in their order', () => {
  const { query } = readRequest(asking('b=1&a=2&b=3&b='));
  assert.deepEqual([...query], Object.entries({ b: ['1', '3', ''], a: ['2'] }));
});

// Far more than a gateway lets through, so that the square would take hundreds of times as long, and a busy machine not.
for (const [what, query] of [
  ['30,000 names', Array.from({ length: 30_000 }, (_, at) => at.toString(36)).join('&')],
  ['a name that comes 30,000 times', 'a&'.repeat(30_000)],
] as const) {
  it(`${what} cost about what it costs to take them apart, not their square`, () => {
    const apart = timeOf(() => [...new URLSearchParams(query)]);
    const read = timeOf(() => readRequest(asking(query)));
    assert.ok(read < 20 * apart, `${read} ms, and ${apart} ms`);
  });
}
