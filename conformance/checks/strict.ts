import assert from 'node:assert/strict';
import { InitiateAuthCommand } from '@aws-sdk/client-cognito-identity-provider';
import type { Check } from '../check.ts';
import { basic, postForm } from '../clients/plain-oauth.ts';
import { refuses } from '../clients/refusal.ts';
import { call, expectMessage } from '../house/api.ts';
import type { House } from '../house/house.ts';
import { through, throughSdk } from './through.ts';

const strictly = (
  rows: readonly string[],
  title: string,
  run: (house: House) => Promise<void>,
): Check[] => through('fetch', { rows, title }, run, 'strict');

/** The gateway's bucket in this house: 20 requests at once, then 5 a second. */
const burst = 20;
const rate = 5;

/** A stand-in with small limits, whose clock stands still. */
export const strict: Check[] = [
  ...strictly(
    ['gateway-throttled', 'gateway-token-bucket', '4-8'],
    'a burst, then 429; a second later so many more',
    async (house) => {
      await house.advance(60);
      assert.equal(await answered(house, '/api/news'), burst);
      expectMessage(await call(house, '/api/news'), 429, 'Too Many Requests');
      await house.advance(1);
      assert.equal(await answered(house, '/api/news'), rate);
      await house.advance(60);
    },
  ),
  ...strictly(['http-throttled'], 'an HTTP API: 429', async (house) => {
    await house.advance(60);
    assert.equal(await answered(house, '/http-api/news'), burst);
    expectMessage(await call(house, '/http-api/news'), 429, 'Too Many Requests');
    await house.advance(60);
  }),
  ...strictly(
    ['token-rate', '1-22', 'quota-categories'],
    '150 token requests in a second, then 429',
    async (house) => {
      await house.advance(60);
      const ask = () =>
        postForm(
          house,
          '/oauth2/token',
          { grant_type: 'client_credentials' },
          basic(house.machine('hello')),
        );
      const statuses = await Promise.all(
        Array.from({ length: 160 }, async () => (await ask()).status),
      );
      const count = (status: number): number => statuses.filter((it) => it === status).length;
      assert.deepEqual([count(200), count(429)], [150, 10]);
      await house.advance(1);
      assert.equal((await ask()).status, 200);
    },
  ),
  ...throughSdk(
    {
      rows: ['pool-throttle', 'quota-categories'],
      title: '120 sign-ins in a second, then Rate exceeded',
    },
    async (sdk, house) => {
      await house.advance(60);
      const signIn = () =>
        sdk.send(
          new InitiateAuthCommand({
            ClientId: house.client('presspass-cli').id,
            AuthFlow: 'REFRESH_TOKEN_AUTH',
            AuthParameters: { REFRESH_TOKEN: 'none' },
          }),
        );
      const words = new Set<string>();
      for (let time = 0; time < 130; time++) {
        await signIn().catch((problem: unknown) => words.add(String(problem)));
      }
      assert.ok([...words].some((it) => it.includes('Invalid Refresh Token')));
      await refuses(signIn(), 'TooManyRequestsException: Rate exceeded');
      await house.advance(60);
    },
    'strict',
  ),
];

/** How many of many requests in one moment are let through. */
async function answered(house: House, path: string): Promise<number> {
  const answers = await Promise.all(
    Array.from({ length: burst * 2 }, async () => (await call(house, path)).status),
  );
  return answers.filter((status) => status === 200).length;
}
