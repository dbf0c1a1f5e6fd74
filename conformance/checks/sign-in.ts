import assert from 'node:assert/strict';
import {
  AdminDisableUserCommand,
  AdminResetUserPasswordCommand,
} from '@aws-sdk/client-cognito-identity-provider';
import type { Check } from '../check.ts';
import { amplify } from '../clients/amplify.ts';
import { sdkFor } from '../clients/aws-sdk.ts';
import { openBySrp } from '../clients/cognito-identity-js.ts';
import type { PoolClient } from '../clients/pool-client.ts';
import { refusal, refuses } from '../clients/refusal.ts';
import { type House, type Person, newPerson } from '../house/house.ts';
import { through, throughPoolClients } from './through.ts';

const wrongPassword = 'NotAuthorizedException: Incorrect username or password.';

/** So many failures are free of a lock; after so many more it lasts long enough to be met on a busy machine. */
const freeFailures = 5;
const failures = 9;
/** In seconds. */
const lockAfter = (failure: number): number => 2 ** (failure - freeFailures);

/** Signing in with a password, with what can go wrong. */
export const signIn: Check[] = [
  ...throughPoolClients(
    {
      rows: ['4-7', '4-10'],
      title: 'signs in and out, and in again',
      except: ['AWS CLI'],
    },
    async (client, house) => {
      const person = house.demo('reader');
      assert.equal((await client.signIn(person)).kind, 'signed in');
      assert.equal((await client.attributes())['email'], person.email);
      await client.signOut();
      assert.equal((await client.signIn(person)).kind, 'signed in');
      await client.signOut();
    },
  ),
  ...through(
    'aws-amplify',
    {
      rows: ['pool-srp'],
      title: 'signs in by SRP, the only way that the browser’s app client allows',
    },
    async (house) => {
      const client = amplify.open(house);
      assert.equal((await client.signIn(await house.join())).kind, 'signed in');
      await client.signOut();
    },
  ),
  ...through(
    'amazon-cognito-identity-js',
    { rows: ['pool-srp'], title: 'signs in by SRP' },
    async (house) => {
      const client = openBySrp(house);
      const person = await house.join();
      await refuses(client.signIn({ ...person, password: 'Wrong-Pass-2026' }), wrongPassword);
      assert.equal((await client.signIn(person)).kind, 'signed in');
    },
  ),
  ...throughPoolClients(
    { rows: ['pool-wrong-password'], title: 'a wrong password' },
    async (client, house) => {
      const { email } = await house.join();
      await refuses(client.signIn({ email, password: 'Wrong-Pass-2026' }), wrongPassword);
    },
  ),
  ...throughPoolClients(
    { rows: ['pool-unknown-user'], title: 'an unknown user is refused as a wrong password is' },
    async (client) => {
      await refuses(client.signIn(newPerson()), wrongPassword);
    },
  ),
  ...throughPoolClients(
    {
      rows: ['pool-not-confirmed'],
      title: 'not confirmed yet',
      except: ['aws-amplify'],
    },
    async (client, house) => {
      const person = await house.register();
      await refuses(client.signIn(person), 'UserNotConfirmedException: User is not confirmed.');
    },
  ),
  ...through(
    'aws-amplify',
    { rows: ['pool-not-confirmed'], title: 'not confirmed yet: the next step is to confirm' },
    async (house) => {
      const step = await amplify.open(house).signIn(await house.register());
      assert.deepEqual(step, { kind: 'challenge', name: 'CONFIRM_SIGN_UP' });
    },
  ),
  ...throughPoolClients(
    {
      rows: ['pool-locked'],
      title: 'the fifth failure locks the account for a second, each further one for twice as long',
      except: ['AWS CLI'],
    },
    async (client, house) => {
      const person = await house.join();
      const wrong = { ...person, password: 'Wrong-Pass-2026' };
      for (let failure = 1; failure <= failures; failure++) {
        if (failure > freeFailures) await house.advance(lockAfter(failure - 1) + 1);
        await refuses(client.signIn(wrong), wrongPassword);
      }
      await refuses(client.signIn(person), 'NotAuthorizedException: Password attempts exceeded');
      await house.advance(lockAfter(failures) + 1);
      assert.equal((await client.signIn(person)).kind, 'signed in');
    },
  ),
  ...throughPoolClients(
    {
      rows: ['pool-disabled', 'pool-forgot-simulated'],
      title: 'a disabled user may not sign in, and is sent a code in appearance only',
    },
    async (client, house) => {
      const person = await house.join();
      await sdkFor(house).send(new AdminDisableUserCommand(named(house, person)));
      await refuses(client.signIn(person), 'NotAuthorizedException: User is disabled.');
      const sent = (await house.mailsTo(person.email)).length;
      assert.equal((await client.forgotPassword(person.email)).medium, 'EMAIL');
      assert.equal((await house.mailsTo(person.email)).length, sent);
    },
  ),
  ...throughPoolClients(
    {
      rows: ['pool-reset-required', 'pool-forgot'],
      title: 'a reset that is due, and made',
      except: ['AWS CLI'],
    },
    async (client, house) => {
      const { email, password } = await house.join();
      await sdkFor(house).send(
        new AdminResetUserPasswordCommand(named(house, { email, password })),
      );
      await resetIsDue(client, { email, password });
      const renewed = 'Newer-Pass-2026';
      await client.resetPassword(email, await house.latestCode(email), renewed);
      assert.equal((await client.signIn({ email, password: renewed })).kind, 'signed in');
    },
  ),
  ...throughPoolClients(
    { rows: ['pool-first-password'], title: 'a temporary password is to be replaced' },
    async (client, house) => {
      const person = await house.invite();
      const step = await client.signIn(person);
      assert.deepEqual(step, { kind: 'challenge', name: 'NEW_PASSWORD_REQUIRED' });
      const done = await client.chooseFirstPassword('Chosen-Pass-2026');
      assert.equal(done.kind, 'signed in');
    },
  ),
  ...throughPoolClients(
    {
      rows: ['pool-temporary-expired'],
      title: 'a temporary password older than seven days',
      except: ['AWS CLI'],
    },
    async (client, house) => {
      const person = await house.invite();
      await house.advance(7 * 24 * 3600 + 1);
      await refuses(
        client.signIn(person),
        'NotAuthorizedException: Temporary password has expired and must be reset by an administrator.',
      );
    },
  ),
];

/** Amplify makes a step of it; the others show the refusal. */
async function resetIsDue(client: PoolClient, person: Person): Promise<void> {
  const step = await client.signIn(person).catch((problem: unknown) => problem);
  if (step instanceof Error) {
    const words = await refusal(Promise.reject(step));
    assert.equal(words, 'PasswordResetRequiredException: Password reset required for the user');
  } else {
    assert.deepEqual(step, { kind: 'challenge', name: 'RESET_PASSWORD' });
  }
}

function named(house: House, { email }: Person) {
  return { UserPoolId: house.about.pools.people, Username: email };
}
