import assert from 'node:assert/strict';
import type { Check } from '../check.ts';
import { call } from '../house/api.ts';
import { type House, newPerson } from '../house/house.ts';
import { through } from './through.ts';

interface Answer {
  readonly status: string;
  readonly code: string;
  readonly data: Record<string, unknown>;
  readonly message: string | null;
}

const plain = (
  rows: readonly string[],
  title: string,
  run: (house: House) => Promise<void>,
): Check[] => through('fetch', { rows, title }, run);

/** `POST /api/user-sign-in`, the function of the third article. */
export const userSignIn: Check[] = [
  ...plain(
    ['sign-in-username', 'sign-in-password'],
    'what is missing, username first',
    async (house) => {
      const required = (name: string) => failure('10022', `${name} is required`);
      assert.deepEqual(await ask(house, {}), required('username'));
      assert.deepEqual(await ask(house, { username: null, password: 'x' }), required('username'));
      assert.deepEqual(await ask(house, { username: 'a@example.com' }), required('password'));
      const noPassword = { username: 'a@example.com', password: null };
      assert.deepEqual(await ask(house, noPassword), required('password'));
    },
  ),
  ...plain(['sign-in-refused'], 'a wrong password, and nobody', async (house) => {
    const refused = failure('10023', 'The username or password is incorrect');
    const { email } = await house.join();
    assert.deepEqual(await ask(house, { username: email, password: 'Wrong-Pass-2026' }), refused);
    const nobody = { username: newPerson().email, password: 'Wrong-Pass-2026' };
    assert.deepEqual(await ask(house, nobody), refused);
  }),
  ...plain(['sign-in-unconfirmed'], 'not confirmed yet', async (house) => {
    const { email, password } = await house.register();
    const answer = await ask(house, { username: email, password });
    assert.deepEqual(answer, failure('10023', 'User is not confirmed'));
  }),
  ...plain(
    ['sign-in-other', 'pool-reset-required'],
    'another exception, as boto words it',
    async (house) => {
      const { email, password } = await house.join();
      const named = { UserPoolId: house.about.pools.people, Username: email };
      await house.perform('AdminResetUserPassword', named);
      const answer = await ask(house, { username: email, password });
      assert.deepEqual(
        answer,
        failure(
          '10023',
          'An error occurred (PasswordResetRequiredException) when calling the AdminInitiateAuth operation: Password reset required for the user',
        ),
      );
    },
  ),
  ...plain(
    ['sign-in-success', '3-2', '3-7', '3-8'],
    'tokens, of which the ID token opens the API',
    async (house) => {
      const { email, password } = house.demo('reader');
      const { status, code, message, data } = await ask(house, { username: email, password });
      assert.deepEqual([status, code, message], ['success', '10024', null]);
      const names = ['access_token', 'expires_in', 'id_token', 'refresh_token', 'token_type'];
      assert.deepEqual(Object.keys(data).sort(), names);
      assert.deepEqual([data['expires_in'], data['token_type']], [3600, 'Bearer']);
      const me = await call(house, '/api/me', { token: String(data['id_token']) });
      assert.equal((me.json as { email: string }).email, email);
    },
  ),
  ...plain(['sign-in-challenge'], 'a challenge in place of tokens', async (house) => {
    const { email, password } = await house.invite();
    const answer = await ask(house, { username: email, password });
    assert.deepEqual(answer, failure('10025', 'Something went wrong! Please try again.'));
  }),
  ...plain(['3-1'], 'an empty string reaches Cognito', async (house) => {
    const answer = await ask(house, { username: '', password: '' });
    assert.equal(answer.code, '10023');
    assert.notEqual(answer.message, 'username is required');
  }),
  ...plain(['3-6'], 'a failure after a success carries nobody’s tokens', async (house) => {
    const { email, password } = house.demo('reader');
    assert.equal((await ask(house, { username: email, password })).code, '10024');
    assert.deepEqual((await ask(house, { username: email })).data, {});
    const wrong = { username: newPerson().email, password: 'Wrong-Pass-2026' };
    assert.deepEqual((await ask(house, wrong)).data, {});
  }),
];

/** The function answers 200 whatever it says. */
async function ask(house: House, input: object): Promise<Answer> {
  const answer = await call(house, '/api/user-sign-in', {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify(input),
  });
  assert.equal(answer.status, 200);
  return answer.json as Answer;
}

function failure(code: string, message: string): Answer {
  return { status: 'failure', code, data: {}, message };
}
