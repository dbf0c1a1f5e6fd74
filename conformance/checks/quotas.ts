import {
  ChangePasswordCommand,
  ConfirmForgotPasswordCommand,
  ConfirmSignUpCommand,
  ResendConfirmationCodeCommand,
} from '@aws-sdk/client-cognito-identity-provider';
import assert from 'node:assert/strict';
import type { Check } from '../check.ts';
import { refusal } from '../clients/refusal.ts';
import { throughSdk } from './through.ts';

/** The stand-in ends a code after so many wrong tries: the row quota-code-tries. */
const triesPerCode = 5;
const limit = 'LimitExceededException: Attempt limit exceeded, please try after some time.';

/** What one person may ask for in an hour. */
export const quotas: Check[] = [
  ...throughSdk(
    { rows: ['quota-confirm'], title: 'confirming a sign-up: 15 tries an hour' },
    async (sdk, house) => {
      const { email: Username } = await house.register();
      const ClientId = house.client('presspass-cli').id;
      const wrong = { ClientId, Username, ConfirmationCode: '0' };
      await expectLimit(15, async (time) => {
        if (time % triesPerCode === 0) {
          await sdk.send(new ResendConfirmationCodeCommand({ ClientId, Username }));
        }
        await sdk.send(new ConfirmSignUpCommand(wrong));
      });
      await house.advance(3601);
      await sdk.send(new ResendConfirmationCodeCommand({ ClientId, Username }));
      const ConfirmationCode = await house.latestCode(Username);
      await sdk.send(new ConfirmSignUpCommand({ ClientId, Username, ConfirmationCode }));
    },
  ),
  ...throughSdk(
    { rows: ['quota-resend', 'quota-person'], title: 'another code: 5 an hour' },
    async (sdk, house) => {
      const { email: Username } = await house.register();
      const ClientId = house.client('presspass-cli').id;
      await expectLimit(5, () =>
        sdk.send(new ResendConfirmationCodeCommand({ ClientId, Username })),
      );
    },
  ),
  ...throughSdk(
    { rows: ['quota-reset'], title: 'resetting a password: 20 tries an hour' },
    async (sdk, house) => {
      const { email: Username } = await house.join();
      const ClientId = house.client('presspass-cli').id;
      const wrong = { ClientId, Username, ConfirmationCode: '0', Password: 'Newer-Pass-2026' };
      await expectLimit(20, async (time) => {
        if (time % triesPerCode === 0)
          await house.perform('ForgotPassword', { ClientId, Username });
        await sdk.send(new ConfirmForgotPasswordCommand(wrong));
      });
    },
  ),
  ...throughSdk(
    { rows: ['quota-change'], title: 'changing a password: 5 times an hour' },
    async (sdk, house) => {
      const person = await house.join();
      const { accessToken: AccessToken } = await house.tokensOf(person);
      let [from, to] = [person.password, 'Other-Pass-2026'];
      await expectLimit(5, async () => {
        const passwords = { PreviousPassword: from, ProposedPassword: to };
        await sdk.send(new ChangePasswordCommand({ AccessToken, ...passwords }));
        [from, to] = [to, from];
      });
    },
  ),
];

/** The first `allowed` tries are looked at, whatever comes of them; the next one is not. */
async function expectLimit(
  allowed: number,
  attempt: (time: number) => Promise<unknown>,
): Promise<void> {
  for (let time = 0; time < allowed; time++) {
    const words = await attempt(time).then(
      () => 'succeeded',
      (problem: unknown) => refusal(Promise.reject(problem as Error)),
    );
    assert.notEqual(words, limit, `try ${time + 1}`);
  }
  assert.equal(await refusal(attempt(allowed + 1)), limit);
}
