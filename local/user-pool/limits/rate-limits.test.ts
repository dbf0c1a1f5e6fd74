import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { Clock } from '../../clock.ts';
import { RateLimits } from './rate-limits.ts';
import { PoolUnderTest, openClient, passwordAuth } from '../testing/pool-under-test.ts';

let pool: PoolUnderTest;

before(async () => {
  pool = await PoolUnderTest.open();
});

after(() => {
  pool.close();
});

/** A clock that stands still until it is set. */
function stoppedClock(): Clock & { at: number } {
  return {
    at: 0,
    now() {
      return this.at;
    },
  };
}

const tooMany = { type: 'TooManyRequestsException', message: 'Rate exceeded', status: 400 };

test('more requests than a category allows in a second are refused, and time lets more through', () => {
  const clock = stoppedClock();
  const limits = new RateLimits(clock, true);
  for (let sent = 0; sent < 50; sent++) limits.take('UserCreation');
  assert.throws(() => {
    limits.take('UserCreation');
  }, tooMany);
  limits.take('UserRead');
  clock.at = 100;
  for (let sent = 0; sent < 5; sent++) limits.take('UserCreation');
  assert.throws(() => {
    limits.take('UserCreation');
  }, tooMany);
});

test('a quiet hour saves up one second and no more', () => {
  const clock = stoppedClock();
  const limits = new RateLimits(clock, true);
  limits.take('ClientAuthentication');
  clock.at = 3_600_000;
  for (let sent = 0; sent < 150; sent++) limits.take('ClientAuthentication');
  assert.throws(() => {
    limits.take('ClientAuthentication');
  }, tooMany);
});

test('without the switch nothing is counted', async () => {
  for (let sent = 0; sent < 60; sent++) {
    const refusal = await pool.refusal('SignUp', { ClientId: openClient.id, Username: 'nobody' });
    assert.doesNotMatch(refusal, /TooManyRequests/);
  }
});

test('with the switch an operation counts before its input is read', async () => {
  await pool.reopen({ quotas: 'on' });
  const refusals: string[] = [];
  for (let sent = 0; sent < 80; sent++) refusals.push(await pool.refusal('SignUp', {}));
  assert.match(refusals[0] ?? '', /^InvalidParameterException/);
  assert.equal(refusals.at(-1), 'TooManyRequestsException: Rate exceeded');
  assert.match(await pool.refusal('GetUser', {}), /^InvalidParameterException/);
});

test('one user is asked about ten times a second, others meanwhile too', async () => {
  pool.person('asked@example.com');
  const asked = passwordAuth('asked@example.com');
  for (let sent = 0; sent < 10; sent++) await pool.perform('InitiateAuth', asked);
  const insistent = passwordAuth('Asked@Example.com');
  assert.equal(
    await pool.refusal('InitiateAuth', insistent),
    'TooManyRequestsException: Rate exceeded',
  );
  assert.match(await pool.refusal('InitiateAuth', passwordAuth('x@example.com')), /Incorrect/);
  pool.clock.advance(1);
  await pool.perform('InitiateAuth', asked);
});

test('thousands of users leave nothing behind once they are quiet', () => {
  const clock = stoppedClock();
  const limits = new RateLimits(clock, true);
  for (let user = 0; user < 5000; user++) limits.takeFor(String(user));
  clock.at = 10_000;
  for (let sent = 0; sent < 10; sent++) limits.takeFor('0');
  assert.throws(() => {
    limits.takeFor('0');
  }, tooMany);
});
