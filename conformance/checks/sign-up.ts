import assert from 'node:assert/strict';
import { createHmac } from 'node:crypto';
import type { Check } from '../check.ts';
import { refuses } from '../clients/refusal.ts';
import { newPerson } from '../house/house.ts';
import { through, throughPoolClients } from './through.ts';

const day = 24 * 3600;

/** Signing up and confirming, with what can go wrong. */
export const signUp: Check[] = [
  ...throughPoolClients(
    {
      rows: ['2-13', '2-14', '1-2', '4-1', '5-a'],
      title: 'signs up, gets a code by e-mail, confirms, and signs in in any case of letters',
    },
    async (client, house) => {
      const person = newPerson();
      const signedUp = await client.signUp(person);
      assert.equal(signedUp.isConfirmed, false);
      assert.equal(signedUp.destination, 'v****@e****');
      assert.equal(signedUp.medium, 'EMAIL');
      assert.match(signedUp.sub ?? '', /^[0-9a-f-]{36}$/);
      await client.confirmSignUp(person.email, await house.latestCode(person.email));
      const step = await client.signIn({ ...person, email: person.email.toUpperCase() });
      assert.equal(step.kind, 'signed in');
    },
  ),
  ...throughPoolClients(
    { rows: ['pool-exists-email', 'pool-exists-prevented'], title: 'an e-mail address is taken' },
    async (client, house) => {
      const person = await house.join();
      await refuses(
        client.signUp(person),
        'UsernameExistsException: An account with the given email already exists.',
      );
    },
  ),
  ...weakPasswords(),
  ...throughPoolClients(
    { rows: ['pool-model'], title: 'a password that the API’s model forbids' },
    async (client) => {
      await refuses(
        client.signUp({ ...newPerson(), password: 'Aa1-' }),
        "InvalidParameterException: 1 validation error detected: Value at 'password' failed to satisfy constraint: " +
          'Member must have length greater than or equal to 6',
      );
    },
  ),
  ...throughPoolClients(
    { rows: ['pool-code-wrong'], title: 'a wrong code' },
    async (client, house) => {
      const { email } = await house.register();
      const code = await house.latestCode(email);
      const wrong = code.replace(/.$/, (digit) => String((Number(digit) + 1) % 10));
      await refuses(
        client.confirmSignUp(email, wrong),
        'CodeMismatchException: Invalid verification code provided, please try again.',
      );
    },
  ),
  ...throughPoolClients(
    {
      rows: ['pool-code-expired', 'quota-sign-up-code'],
      title: 'a code older than 24 hours',
      except: ['AWS CLI'],
    },
    async (client, house) => {
      const { email } = await house.register();
      const code = await house.latestCode(email);
      await house.advance(day + 1);
      await refuses(
        client.confirmSignUp(email, code),
        'ExpiredCodeException: Invalid code provided, please request a code again.',
      );
      const { destination } = await client.resendCode(email);
      assert.equal(destination, 'v****@e****');
      await client.confirmSignUp(email, await house.latestCode(email));
    },
  ),
  ...throughPoolClients(
    { rows: ['pool-confirm-twice'], title: 'confirming twice', except: ['AWS CLI'] },
    async (client, house) => {
      const { email } = await house.join();
      await refuses(
        client.confirmSignUp(email, '123456'),
        'NotAuthorizedException: User cannot be confirmed. Current status is CONFIRMED',
      );
    },
  ),
  ...throughPoolClients(
    {
      rows: ['pool-resend-confirmed'],
      title: 'asking for a code when confirmed',
      except: ['AWS CLI'],
    },
    async (client, house) => {
      const { email } = await house.join();
      await refuses(
        client.resendCode(email),
        'InvalidParameterException: User is already confirmed.',
      );
    },
  ),
  ...throughPoolClients(
    {
      rows: ['pool-resend-unknown'],
      title: 'a code for nobody is sent in appearance only',
      except: ['AWS CLI'],
    },
    async (client, house) => {
      const { email } = newPerson();
      const { destination, medium } = await client.resendCode(email);
      assert.equal(destination, 'v****@e****');
      assert.equal(medium, 'EMAIL');
      assert.deepEqual(await house.mailsTo(email), []);
    },
  ),
  ...through(
    'fetch',
    { rows: ['0-4', '0-5'], title: 'the services pool takes no sign-ups and sends nothing' },
    async (house) => {
      const { email, password } = newPerson();
      const { id, secret } = house.machine('hello');
      const SecretHash = createHmac('sha256', secret)
        .update(email + id)
        .digest('base64');
      const input = { ClientId: id, Username: email, Password: password, SecretHash };
      const { status, body } = await house.send('SignUp', input);
      assert.equal(status, 400);
      assert.equal(body['__type'], 'NotAuthorizedException');
      assert.equal(body['message'], 'SignUp is not permitted for this user pool');
      assert.deepEqual(await house.mailsTo(email), []);
    },
  ),
];

function weakPasswords(): Check[] {
  const cases: [string, string, string][] = [
    ['pool-weak-length', 'Aa1-xyz', 'Password not long enough'],
    ['pool-weak-upper', 'press-pass-2026', 'Password must have uppercase characters'],
    ['pool-weak-lower', 'PRESS-PASS-2026', 'Password must have lowercase characters'],
    ['pool-weak-digit', 'Press-Pass-Year', 'Password must have numeric characters'],
    ['pool-weak-symbol', 'PressPass2026', 'Password must have symbol characters'],
  ];
  return cases.flatMap(([id, password, words]) =>
    throughPoolClients(
      { rows: [id, '4-1'], title: `a weak password: ${words}`, except: ['AWS CLI'] },
      async (client) => {
        await refuses(
          client.signUp({ ...newPerson(), password }),
          `InvalidPasswordException: Password did not conform with policy: ${words}`,
        );
      },
    ),
  );
}
