import assert from 'node:assert/strict';
import { createHmac } from 'node:crypto';
import { after, before, test } from 'node:test';
import {
  AdminInitiateAuthCommand,
  AdminRespondToAuthChallengeCommand,
  AssociateSoftwareTokenCommand,
  CognitoIdentityProviderClient,
  CodeMismatchException,
  EnableSoftwareTokenMFAException,
  GetUserAuthFactorsCommand,
  GetUserCommand,
  InitiateAuthCommand,
  NotAuthorizedException,
  RespondToAuthChallengeCommand,
  SetUserMFAPreferenceCommand,
  VerifySoftwareTokenCommand,
} from '@aws-sdk/client-cognito-identity-provider';
import { APP_CLIENT_IDS, webClient } from '../../seed/identities.ts';
import { codeOfApp } from '../testing/authenticator-app.ts';
import { PASSWORD, POOL, PoolUnderTest, otherThan, serve } from '../testing/pool-under-test.ts';

let pool: PoolUnderTest;
let door: { url: string; close: () => void };
let aws: CognitoIdentityProviderClient;
const EMAIL = 'editor@example.test';
const ID = APP_CLIENT_IDS['sign-in-api'];

before(async () => {
  pool = await PoolUnderTest.open();
  door = await serve(pool.pools);
  aws = new CognitoIdentityProviderClient({
    region: 'eu-west-1',
    endpoint: door.url,
    credentials: { accessKeyId: 'any', secretAccessKey: 'any' },
  });
  pool.person(EMAIL);
});

after(() => {
  aws.destroy();
  door.close();
  pool.close();
});

const hash = () =>
  createHmac('sha256', pool.pools.clientSecret(ID) ?? '')
    .update(EMAIL + ID)
    .digest('base64');

const adminSignIn = () =>
  new AdminInitiateAuthCommand({
    UserPoolId: POOL,
    ClientId: ID,
    AuthFlow: 'ADMIN_USER_PASSWORD_AUTH',
    AuthParameters: { USERNAME: EMAIL, PASSWORD, SECRET_HASH: hash() },
  });

test('the AWS SDK reads every answer of choosing a mailed code', async () => {
  const begun = await aws.send(
    new InitiateAuthCommand({
      ClientId: webClient.id,
      AuthFlow: 'USER_AUTH',
      AuthParameters: { USERNAME: EMAIL },
    }),
  );
  assert.equal(begun.ChallengeName, 'SELECT_CHALLENGE');
  assert.deepEqual(begun.AvailableChallenges, ['PASSWORD_SRP', 'PASSWORD', 'EMAIL_OTP']);
  const answer = (
    ChallengeName: 'SELECT_CHALLENGE' | 'EMAIL_OTP',
    Session: string | undefined,
    answers: Record<string, string>,
  ) =>
    aws.send(
      new RespondToAuthChallengeCommand({
        ClientId: webClient.id,
        ChallengeName,
        Session,
        ChallengeResponses: { USERNAME: EMAIL, ...answers },
      }),
    );
  const asked = await answer('SELECT_CHALLENGE', begun.Session, { ANSWER: 'EMAIL_OTP' });
  const code = pool.code(EMAIL);
  const wrong = answer('EMAIL_OTP', asked.Session, { EMAIL_OTP_CODE: otherThan(code) });
  await assert.rejects(wrong, CodeMismatchException);
  const done = await answer('EMAIL_OTP', asked.Session, { EMAIL_OTP_CODE: code });
  assert.equal(done.AuthenticationResult?.TokenType, 'Bearer');
});

test('the AWS SDK sets an authenticator app up and signs in with it from a server', async () => {
  const { AuthenticationResult } = await aws.send(adminSignIn());
  const AccessToken = AuthenticationResult?.AccessToken ?? '';
  const { SecretCode = '' } = await aws.send(new AssociateSoftwareTokenCommand({ AccessToken }));
  const code = () => codeOfApp(SecretCode, pool.clock.now());
  const verify = (UserCode: string) =>
    aws.send(new VerifySoftwareTokenCommand({ AccessToken, UserCode }));
  pool.clock.advance(30);
  await assert.rejects(verify(otherThan(code())), EnableSoftwareTokenMFAException);
  assert.equal((await verify(code())).Status, 'SUCCESS');
  const settings = { SoftwareTokenMfaSettings: { Enabled: true, PreferredMfa: true } };
  await aws.send(new SetUserMFAPreferenceCommand({ AccessToken, ...settings }));
  const user = await aws.send(new GetUserCommand({ AccessToken }));
  assert.deepEqual(user.UserMFASettingList, ['SOFTWARE_TOKEN_MFA']);
  const factors = await aws.send(new GetUserAuthFactorsCommand({ AccessToken }));
  assert.deepEqual(factors.ConfiguredUserAuthFactors, ['PASSWORD']);
  assert.equal(factors.PreferredMfaSetting, 'SOFTWARE_TOKEN_MFA');

  pool.clock.advance(30);
  const { ChallengeName, Session } = await aws.send(adminSignIn());
  assert.equal(ChallengeName, 'SOFTWARE_TOKEN_MFA');
  const respond = () =>
    aws.send(
      new AdminRespondToAuthChallengeCommand({
        UserPoolId: POOL,
        ClientId: ID,
        ChallengeName,
        Session,
        ChallengeResponses: {
          USERNAME: EMAIL,
          SOFTWARE_TOKEN_MFA_CODE: code(),
          SECRET_HASH: hash(),
        },
      }),
    );
  assert.ok((await respond()).AuthenticationResult?.IdToken);
  await assert.rejects(respond(), NotAuthorizedException);
});
