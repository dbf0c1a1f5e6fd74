import assert from 'node:assert/strict';
import type { Check } from '../check.ts';
import { refuses } from '../clients/refusal.ts';
import { signedIn } from './signed-in.ts';
import { throughPoolClients } from './through.ts';

const hour = 3600;

/** Passwords that are forgotten, or changed. */
export const passwords: Check[] = [
  ...throughPoolClients(
    {
      rows: ['pool-forgot', 'quota-reset-code'],
      title: 'a forgotten password, and its code for an hour',
    },
    async (client, house) => {
      const { email } = await house.join();
      const { destination } = await client.forgotPassword(email);
      assert.equal(destination, 'v****@e****');
      const late = await house.latestCode(email);
      await house.advance(hour + 1);
      await refuses(
        client.resetPassword(email, late, 'Newer-Pass-2026'),
        'ExpiredCodeException: Invalid code provided, please request a code again.',
      );
      await client.forgotPassword(email);
      await client.resetPassword(email, await house.latestCode(email), 'Newer-Pass-2026');
      const step = await client.signIn({ email, password: 'Newer-Pass-2026' });
      assert.equal(step.kind, 'signed in');
    },
  ),
  ...throughPoolClients(
    {
      rows: ['pool-limit', 'quota-person'],
      title: 'codes for a person are limited',
      except: ['AWS CLI'],
    },
    async (client, house) => {
      const { email } = await house.join();
      const askAgainAndAgain = async (): Promise<void> => {
        for (let time = 0; time < 25; time++) await client.forgotPassword(email);
      };
      await refuses(
        askAgainAndAgain(),
        'LimitExceededException: Attempt limit exceeded, please try after some time.',
      );
    },
  ),
  ...throughPoolClients(
    {
      rows: ['pool-forgot-unknown'],
      title: 'a reset for nobody is sent in appearance only',
      except: ['AWS CLI'],
    },
    async (client, house) => {
      const email = 'visitor-unknown@example.com';
      assert.equal((await client.forgotPassword(email)).medium, 'EMAIL');
      assert.deepEqual(await house.mailsTo(email), []);
    },
  ),
  ...throughPoolClients(
    {
      rows: ['pool-forgot-unknown-code'],
      title: 'a code for nobody does not fit',
      except: ['AWS CLI'],
    },
    async (client) => {
      await refuses(
        client.resetPassword('visitor-unknown2@example.com', '123456', 'Newer-Pass-2026'),
        'ExpiredCodeException: Invalid code provided, please request a code again.',
      );
    },
  ),
  ...throughPoolClients(
    {
      rows: ['pool-wrong-password'],
      title: 'changes a password, and deletes the account',
      except: ['AWS CLI'],
    },
    async (client, house) => {
      const { email, password } = await house.join();
      await signedIn(client, { email, password });
      await client.changePassword(password, 'Newer-Pass-2026');
      await client.signOut();
      await signedIn(client, { email, password: 'Newer-Pass-2026' });
      await client.deleteAccount();
      await refuses(
        client.signIn({ email, password: 'Newer-Pass-2026' }),
        'NotAuthorizedException: Incorrect username or password.',
      );
    },
  ),
];
