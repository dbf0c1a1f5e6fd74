import assert from 'node:assert/strict';
import { it } from 'node:test';
import type { GatewayEvent } from '../../backend/http/request.ts';
import { invoke } from './integration.ts';

const event = {} as GatewayEvent;

it('runs a few functions at once, however many are called, and answers all of them in their order', async () => {
  let running = 0;
  let most = 0;
  const answered: number[] = [];
  const call = async (number: number): Promise<void> => {
    const outcome = await invoke(
      async () => {
        most = Math.max(most, ++running);
        await new Promise((resolve) => setImmediate(resolve));
        running--;
        return number;
      },
      event,
      10_000,
    );
    assert.deepEqual(outcome, { kind: 'answered', answer: number, failure: undefined });
    answered.push(number);
  };
  const numbers = Array.from({ length: 200 }, (_, number) => number);
  await Promise.all(numbers.map(call));

  assert.ok(most <= 32, `${String(most)} ran at once.`);
  assert.deepEqual(answered, numbers);
});

it('lets functions that hang keep nobody waiting for longer than they may run', async () => {
  const { promise: never } = Promise.withResolvers<undefined>();
  const hanging = Array.from({ length: 100 }, () => invoke(() => never, event, 20));
  assert.ok((await Promise.all(hanging)).every(({ kind }) => kind === 'timed-out'));
  assert.deepEqual(await invoke(() => 'there', event, 10_000), {
    kind: 'answered',
    answer: 'there',
    failure: undefined,
  });
});
