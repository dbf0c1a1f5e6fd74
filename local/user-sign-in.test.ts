import assert from 'node:assert/strict';
import { mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { env } from 'node:process';
import { after, afterEach, before, describe, it } from 'node:test';
import { CognitoIdentityProviderClient } from '@aws-sdk/client-cognito-identity-provider';
import { decodeJwt } from 'jose';
import { CognitoPasswordCheck } from '../backend/cognito/cognito-password-check.ts';
import { userSignIn } from '../backend/sign-in/user-sign-in.ts';
import { APP_CLIENT_IDS, DEMO_PEOPLE, PEOPLE_POOL_ID } from './seed/identities.ts';
import { startStandIn } from './stand-in.ts';
import type { StandIn } from './stand-in.ts';
import { startRecorder } from './testing/recorder.ts';
import { callCognito } from './testing/sign-in.ts';

const [editor, reader] = DEMO_PEOPLE;
const newcomer = { email: 'newcomer@example.test', password: 'Press-Pass-2026' };
const endpoint = 'AWS_ENDPOINT_URL_COGNITO_IDENTITY_PROVIDER';

let folder: string;
let standIn: StandIn;
let ownEndpoint: string | undefined;

before(async () => {
  folder = await mkdtemp(join(tmpdir(), 'presspass-'));
  const options = { folder, port: 0, clock: 'stopped', articles: 'none' } as const;
  standIn = await startStandIn(options);
  ownEndpoint = env[endpoint];
});

afterEach(() => {
  if (ownEndpoint) env[endpoint] = ownEndpoint;
});

after(async () => {
  await standIn.close();
  await rm(folder, { recursive: true });
});

interface Answer {
  status: string;
  code: string;
  data: Record<string, string>;
  message: string | null;
}

function post(body: string): Promise<Response> {
  const headers = { 'Content-Type': 'application/json' };
  return fetch(`${standIn.url}/api/user-sign-in`, { method: 'POST', headers, body });
}

/** The answer to a sign-in; its HTTP status must be 200. */
async function signIn(username: unknown, password: unknown): Promise<Answer> {
  const response = await post(JSON.stringify({ username, password }));
  assert.equal(response.status, 200);
  return (await response.json()) as Answer;
}

const failure = (code: string, message: string): Answer => ({
  status: 'failure',
  code,
  data: {},
  message,
});

const incorrect = failure('10023', 'The username or password is incorrect');
const userOf = (answer: Answer): unknown => decodeJwt(answer.data['id_token'] ?? '')['email'];

/** As an administrator with credentials, which the stand-in takes as they are. */
async function administer(operation: string, input: object): Promise<void> {
  const Authorization = 'AWS4-HMAC-SHA256 Credential=a/b, SignedHeaders=host, Signature=c';
  const call = { UserPoolId: PEOPLE_POOL_ID, ...input };
  const response = await callCognito(standIn.url, operation, call, { Authorization });
  assert.equal(response.status, 200, await response.text());
}

async function moveClock(advanceSeconds: number): Promise<void> {
  const body = JSON.stringify({ advanceSeconds });
  await fetch(`${standIn.url}/clock`, { method: 'POST', body });
}

describe('user-sign-in answers as the article has it', () => {
  it('with tokens of the person, and null as the message', async () => {
    const answer = await signIn(reader.email, reader.password);
    assert.deepEqual(Object.keys(answer), ['status', 'code', 'data', 'message']);
    const { data, ...rest } = answer;
    assert.deepEqual(rest, { status: 'success', code: '10024', message: null });
    const { id_token: idToken, access_token: accessToken, refresh_token: refresh, ...facts } = data;
    assert.deepEqual(facts, { expires_in: 3600, token_type: 'Bearer' });
    assert.equal(decodeJwt(idToken ?? '').aud, APP_CLIENT_IDS['sign-in-api']);
    assert.equal(decodeJwt(accessToken ?? '')['client_id'], APP_CLIENT_IDS['sign-in-api']);
    assert.ok(refresh);
  });

  it('with an ID token that opens the API, which is shut without one', async () => {
    const { data } = await signIn(reader.email, reader.password);
    const me = `${standIn.url}/api/me`;
    assert.equal((await fetch(me)).status, 401);
    const headers = { Authorization: data['id_token'] ?? '' };
    const answer = (await (await fetch(me, { headers })).json()) as { email: string };
    assert.equal(answer.email, reader.email);
  });

  it('by asking for the username first, then for the password', async () => {
    const noUsername = failure('10022', 'username is required');
    assert.deepEqual(await signIn(undefined, undefined), noUsername);
    assert.deepEqual(await signIn(null, 'x'), noUsername);
    assert.deepEqual(await signIn('somebody', undefined), failure('10022', 'password is required'));
    assert.deepEqual(await signIn('somebody', null), failure('10022', 'password is required'));
    assert.deepEqual(await (await post('')).json(), noUsername);
  });

  it('by handing an empty text on to Cognito', async () => {
    const refused = (name: string): Answer =>
      failure(
        '10023',
        'An error occurred (InvalidParameterException) when calling the AdminInitiateAuth ' +
          `operation: Missing required parameter ${name}`,
      );
    assert.deepEqual(await signIn('', 'x'), refused('USERNAME'));
    assert.deepEqual(await signIn(reader.email, ''), refused('PASSWORD'));
  });

  it('the same for a wrong password and for nobody', async () => {
    assert.deepEqual(await signIn(reader.email, 'Wrong-Password-1'), incorrect);
    assert.deepEqual(await signIn('nobody@example.test', reader.password), incorrect);
  });

  it('with "User is not confirmed" for somebody who has not confirmed', async () => {
    await callCognito(standIn.url, 'SignUp', {
      ClientId: APP_CLIENT_IDS['presspass-web'],
      Username: newcomer.email,
      Password: newcomer.password,
      UserAttributes: [{ Name: 'email', Value: newcomer.email }],
    });
    assert.deepEqual(
      await signIn(newcomer.email, newcomer.password),
      failure('10023', 'User is not confirmed'),
    );
  });

  it('with the text of any other exception, as boto3 words it', async () => {
    const email = 'reset@example.test';
    await administer('AdminCreateUser', { Username: email, MessageAction: 'SUPPRESS' });
    const settled = { Username: email, Password: reader.password, Permanent: true };
    await administer('AdminSetUserPassword', settled);
    await administer('AdminUpdateUserAttributes', {
      Username: email,
      UserAttributes: [{ Name: 'email_verified', Value: 'true' }],
    });
    await administer('AdminResetUserPassword', { Username: email });
    assert.deepEqual(
      await signIn(email, reader.password),
      failure(
        '10023',
        'An error occurred (PasswordResetRequiredException) when calling the AdminInitiateAuth ' +
          'operation: Password reset required for the user',
      ),
    );
  });

  it('with 10025 when Cognito asks for a new password', async () => {
    const email = 'temporary@example.test';
    const TemporaryPassword = 'Temporary-Pass-1';
    await administer('AdminCreateUser', {
      Username: email,
      TemporaryPassword,
      MessageAction: 'SUPPRESS',
    });
    assert.deepEqual(
      await signIn(email, TemporaryPassword),
      failure('10025', 'Something went wrong! Please try again.'),
    );
  });
});

describe('user-sign-in refuses what its contract does not have', () => {
  const cases: [what: string, body: string, status: number, problem: object][] = [
    ['broken JSON', '{', 400, { message: 'The body is not valid JSON.', field: 'body' }],
    ['a list', '[]', 400, { message: 'The body must be a JSON object.', field: 'body' }],
    [
      'a number as username',
      '{"username":7,"password":"x"}',
      400,
      { message: 'username must be a text.', field: 'username' },
    ],
    [
      'a map as password',
      '{"username":"x","password":{}}',
      400,
      { message: 'password must be a text.', field: 'password' },
    ],
    [
      'an unknown field',
      '{"username":"x","password":"y","newPassword":"z"}',
      400,
      { message: 'There is no field newPassword here.', field: 'newPassword' },
    ],
    [
      'a field of all objects',
      '{"__proto__":{"username":"x","password":"y"}}',
      400,
      { message: 'There is no field __proto__ here.', field: '__proto__' },
    ],
    [
      'more than 1 MB',
      `{"username":"${'x'.repeat(2 ** 20)}"}`,
      413,
      { message: 'Request Too Long' },
    ],
  ];
  for (const [what, body, status, problem] of cases) {
    it(what, async () => {
      const response = await post(body);
      assert.deepEqual([response.status, await response.json()], [status, problem]);
    });
  }
});

describe("the flaws of the article's function are not here", () => {
  it('a failure after a success holds no tokens', async () => {
    const success = await signIn(editor.email, editor.password);
    assert.equal(success.code, '10024');
    assert.deepEqual(await signIn(reader.email, 'Wrong-Password-1'), incorrect);
    assert.deepEqual(await signIn(undefined, undefined), failure('10022', 'username is required'));
  });

  it('calls at the same time get what is theirs', async () => {
    const people = [editor, reader, { email: 'nobody@example.test', password: 'x' }];
    const calls = Array.from({ length: 12 }, (_, call) => people[call % 3] ?? editor);
    const answers = await Promise.all(
      calls.map(async ({ email, password }) => ({ email, answer: await signIn(email, password) })),
    );
    for (const { email, answer } of answers) {
      if (email === 'nobody@example.test') assert.deepEqual(answer, incorrect);
      else assert.equal(userOf(answer), email);
    }
  });

  it('the password reaches Cognito as AuthParameters only, beside a hash of the secret', async () => {
    const recorder = await startRecorder(standIn.url);
    env[endpoint] = recorder.url;
    assert.equal((await signIn(reader.email, reader.password)).code, '10024');
    await recorder.close();
    const [body = '', ...others] = recorder.bodies;
    assert.deepEqual(others, []);
    const { AuthParameters: parameters, ...rest } = JSON.parse(body) as Record<string, object>;
    assert.deepEqual(Object.keys(parameters ?? {}).sort(), ['PASSWORD', 'SECRET_HASH', 'USERNAME']);
    assert.deepEqual(rest, {
      UserPoolId: PEOPLE_POOL_ID,
      ClientId: APP_CLIENT_IDS['sign-in-api'],
      AuthFlow: 'ADMIN_USER_PASSWORD_AUTH',
    });
    assert.ok(!body.includes(env['CLIENT_SECRET'] ?? 'unset'));
  });

  it('neither password, nor address, nor token is in the log', async (context) => {
    env['REQUEST_LOG'] = 'all';
    const log = context.mock.method(console, 'log', () => undefined);
    const errors = context.mock.method(console, 'error', () => undefined);
    const { data } = await signIn(reader.email, reader.password);
    await signIn(reader.email, 'Wrong-Password-1');
    await post(`{"username":"${reader.email}","password":["${reader.password}"]}`);
    const lines = [...log.mock.calls, ...errors.mock.calls].flatMap((call) => call.arguments);
    env['REQUEST_LOG'] = 'failures';
    assert.equal(lines.length, 3);
    const private_ = [reader.email, reader.password, 'Wrong-Password-1', ...Object.values(data)];
    for (const text of private_.filter(
      (value) => typeof value === 'string' && value !== 'Bearer',
    )) {
      assert.ok(!lines.join('\n').includes(text), text);
    }
  });
});

describe('user-sign-in is no way round', () => {
  it('the lockout: after five wrong passwords the right one must wait', async () => {
    await moveClock(16 * 60);
    for (let attempt = 0; attempt < 5; attempt += 1) {
      assert.deepEqual(await signIn(editor.email, 'Wrong-Password-1'), incorrect);
    }
    assert.deepEqual(await signIn(editor.email, editor.password), incorrect);
    await moveClock(2);
    assert.equal((await signIn(editor.email, editor.password)).code, '10024');
  });
});

describe('while Cognito is away', () => {
  const away = failure('10023', 'The sign-in service cannot be reached. Please try again.');

  it('the answer is in words, by way of the API', async () => {
    env[endpoint] = 'http://127.0.0.1:1';
    assert.deepEqual(await signIn(reader.email, reader.password), away);
  });

  it('nobody waits for an answer that does not come', async () => {
    const silent = createServer(() => undefined).listen(0, '127.0.0.1');
    await new Promise((resolve) => silent.once('listening', resolve));
    const { port } = silent.address() as AddressInfo;
    const cognito = new CognitoIdentityProviderClient({
      endpoint: `http://127.0.0.1:${String(port)}`,
      maxAttempts: 1,
      requestHandler: { requestTimeout: 50, throwOnRequestTimeout: true },
    });
    const client = { poolId: PEOPLE_POOL_ID, id: 'a', secret: 'b' };
    const passwords = new CognitoPasswordCheck(cognito, client);
    assert.deepEqual(await userSignIn(passwords, { username: 'x', password: 'y' }), away);
    cognito.destroy();
    silent.close();
  });

  it('nor for the rest of one that has begun', async () => {
    const trickling = createServer((socket) => {
      socket.once('data', () => socket.write('HTTP/1.1 200 OK\r\nContent-Length: 9\r\n\r\n{'));
      // The client breaks off: that is what is tested.
      socket.on('error', () => socket.destroy());
    }).listen(0, '127.0.0.1');
    await new Promise((resolve) => trickling.once('listening', resolve));
    const { port } = trickling.address() as AddressInfo;
    const cognito = new CognitoIdentityProviderClient({
      endpoint: `http://127.0.0.1:${String(port)}`,
    });
    const client = { poolId: PEOPLE_POOL_ID, id: 'a', secret: 'b' };
    const passwords = new CognitoPasswordCheck(cognito, client, 100);
    assert.deepEqual(await userSignIn(passwords, { username: 'x', password: 'y' }), away);
    cognito.destroy();
    trickling.close();
  });
});
