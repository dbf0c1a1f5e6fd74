import assert from 'node:assert/strict';
import { createHmac } from 'node:crypto';
import { after, before, test } from 'node:test';
import { APP_CLIENT_IDS } from '../../seed/identities.ts';
import { CognitoError } from '../cognito-error.ts';
import { Administrator, refusalOf } from '../testing/administrator.ts';

const ClientId = APP_CLIENT_IDS['sign-in-api'];
const Password = 'Press-Pass-2026';
const Username = 'hashed@example.test';
const ConfirmationCode = '123456';

let administrator: Administrator;

before(async () => {
  administrator = await Administrator.open();
});

after(() => {
  administrator.close();
});

function hashFor(username: string, clientId: string = ClientId): string {
  const secret = administrator.pools.clientSecret(clientId) ?? '';
  return createHmac('sha256', secret)
    .update(username + clientId)
    .digest('base64');
}

const requests = {
  SignUp: (account: object) =>
    administrator.cognito.signUp({ ClientId, Username, Password, ...account }),
  ConfirmSignUp: (account: object) =>
    administrator.cognito.confirmSignUp({ ClientId, Username, ConfirmationCode, ...account }),
  ResendConfirmationCode: (account: object) =>
    administrator.cognito.resendConfirmationCode({ ClientId, Username, ...account }),
  ForgotPassword: (account: object) =>
    administrator.cognito.forgotPassword({ ClientId, Username, ...account }),
  ConfirmForgotPassword: (account: object) =>
    administrator.cognito.confirmForgotPassword({
      ClientId,
      Username,
      ConfirmationCode,
      Password,
      ...account,
    }),
};

test('a client with a secret proves it in every request, before anything about the user is told', async () => {
  for (const request of Object.values(requests)) {
    assert.equal(
      await refusalOf(request({})),
      `NotAuthorizedException: Client ${ClientId} is configured with secret but SECRET_HASH was not received`,
    );
    const foreign = [
      hashFor('someone@example.test'),
      hashFor(Username, APP_CLIENT_IDS.wire),
      'AAAA',
    ];
    for (const SecretHash of foreign) {
      assert.equal(
        await refusalOf(request({ SecretHash })),
        `NotAuthorizedException: SecretHash does not match for the client: ${ClientId}`,
      );
    }
  }
  assert.deepEqual(administrator.mailbox.list(Username), []);
});

test('the reason tells what to hash, and no secret', async () => {
  const request = administrator.pools.perform('SignUp', { ClientId, Username, Password });
  await assert.rejects(request, (error: unknown) => {
    assert.ok(error instanceof CognitoError);
    assert.match(error.reason ?? '', /^the hash is Base64 of HMAC-SHA256/);
    const secret = administrator.pools.clientSecret(ClientId) ?? '';
    assert.equal(`${error.message} ${error.reason ?? ''}`.includes(secret), false);
    return true;
  });
});

test('with the right hash a person signs up, confirms and recovers', async () => {
  const SecretHash = hashFor(Username);
  const code = () => administrator.mailbox.list(Username)[0]?.code;
  await requests.SignUp({ SecretHash });
  await requests.ResendConfirmationCode({ SecretHash });
  await requests.ConfirmSignUp({ SecretHash, ConfirmationCode: code() });
  await requests.ForgotPassword({ SecretHash });
  await requests.ConfirmForgotPassword({ SecretHash, ConfirmationCode: code() });
});

test('nobody signs up to the pool of machines', async () => {
  const wire = APP_CLIENT_IDS.wire;
  const account = { ClientId: wire, Username, Password, SecretHash: hashFor(Username, wire) };
  assert.equal(
    await refusalOf(administrator.cognito.signUp(account)),
    'NotAuthorizedException: SignUp is not permitted for this user pool',
  );
});
