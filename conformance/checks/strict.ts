import assert from 'node:assert/strict';
import {
  type CognitoIdentityProviderClient,
  InitiateAuthCommand,
} from '@aws-sdk/client-cognito-identity-provider';
import type { Check } from '../check.ts';
import { basic, postForm } from '../clients/plain-oauth.ts';
import { refusal } from '../clients/refusal.ts';
import { call } from '../house/api.ts';
import type { House } from '../house/house.ts';
import { through, throughSdk } from './through.ts';

const strictly = (
  rows: readonly string[],
  title: string,
  run: (house: House) => Promise<void>,
): Check[] => through('fetch', { rows, title }, run, 'strict');

/** The gateway's bucket in this house: 20 requests at once, then 5 a second. Its clock stands while requests arrive. */
const burst = 20;
const rate = 5;
const throttled = '429 {"message":"Too Many Requests"}';
const rateExceeded = 'TooManyRequestsException: Rate exceeded';

/** A stand-in with small limits. */
export const strict: Check[] = [
  ...strictly(
    ['gateway-throttled', 'gateway-token-bucket', '4-8'],
    'a burst, then 429; a second later so many more',
    async (house) => {
      await house.advance(60);
      await expectBurst(house, '/api/news', burst);
      await house.advance(1);
      await expectBurst(house, '/api/news', rate);
    },
  ),
  ...strictly(['http-throttled'], 'an HTTP API: 429', async (house) => {
    await house.advance(60);
    await expectBurst(house, '/http-api/news', burst);
  }),
  ...strictly(
    ['token-rate', '1-22', 'quota-categories'],
    '150 token requests in a second, then 429',
    async (house) => {
      await house.advance(60);
      const who = basic(house.machine('hello'));
      const form = { grant_type: 'client_credentials' };
      const answers = await atOnce(200, async () => {
        const answer = await postForm(house, '/oauth2/token', form, who);
        await answer.arrayBuffer();
        return String(answer.status);
      });
      assert.deepEqual(answers, { 200: 150, 429: 50 });
    },
  ),
  ...throughSdk(
    {
      rows: ['pool-throttle', 'quota-categories'],
      title: '120 sign-ins in a second, then Rate exceeded',
    },
    async (sdk, house) => {
      await house.advance(60);
      const answers = await atOnce(150, () => refusal(failToSignIn(sdk, house)));
      assert.deepEqual(answers, {
        'NotAuthorizedException: Invalid Refresh Token': 120,
        [rateExceeded]: 30,
      });
    },
    'strict',
  ),
  ...throughSdk(
    { rows: ['quota-user'], title: 'ten sign-ins of one user in a second, then Rate exceeded' },
    async (sdk, house) => {
      const { email, password } = house.demo('reader');
      await house.advance(60);
      const answers = await atOnce(15, () => {
        const input = {
          ClientId: house.client('presspass-cli').id,
          AuthFlow: 'USER_PASSWORD_AUTH' as const,
          AuthParameters: { USERNAME: email, PASSWORD: password },
        };
        return sdk.send(new InitiateAuthCommand(input)).then(
          () => 'signed in',
          (problem: unknown) => refusal(Promise.reject(problem as Error)),
        );
      });
      assert.deepEqual(answers, { 'signed in': 10, [rateExceeded]: 5 });
      await house.advance(60);
    },
    'strict',
  ),
];

/** Many requests in one moment: so many pass, and the rest are refused. */
async function expectBurst(house: House, path: string, expected: number): Promise<void> {
  const answers = await atOnce(expected * 3, async () => {
    const { status, text } = await call(house, path);
    return status === 200 ? '200' : `${status} ${text}`;
  });
  assert.deepEqual(answers, { 200: expected, [throttled]: expected * 2 });
}

/** What came of `count` requests in one moment of the house, and how often. */
async function atOnce(count: number, ask: () => Promise<string>): Promise<Record<string, number>> {
  const answers: Record<string, number> = {};
  for (const answer of await Promise.all(Array.from({ length: count }, ask))) {
    answers[answer] = (answers[answer] ?? 0) + 1;
  }
  return answers;
}

function failToSignIn(sdk: CognitoIdentityProviderClient, house: House): Promise<unknown> {
  const input = {
    ClientId: house.client('presspass-cli').id,
    AuthFlow: 'REFRESH_TOKEN_AUTH' as const,
    AuthParameters: { REFRESH_TOKEN: 'none' },
  };
  return sdk.send(new InitiateAuthCommand(input));
}
