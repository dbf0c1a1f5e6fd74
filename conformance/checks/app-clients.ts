import assert from 'node:assert/strict';
import { createHmac } from 'node:crypto';
import {
  AdminInitiateAuthCommand,
  type AuthFlowType,
  InitiateAuthCommand,
} from '@aws-sdk/client-cognito-identity-provider';
import type { Check } from '../check.ts';
import { openBySrp } from '../clients/cognito-identity-js.ts';
import { refuses } from '../clients/refusal.ts';
import { newPerson } from '../house/house.ts';
import { through, throughSdk } from './through.ts';

/** What an app client’s settings allow: flows, secrets, and whether the existence of users is told. */
export const appClients: Check[] = [
  ...throughSdk(
    { rows: ['2-8', 'pool-flow-off', 'pool-srp-off'], title: 'a flow that the client lacks' },
    async (sdk, house) => {
      const { email, password } = house.demo('reader');
      const srp = new InitiateAuthCommand({
        ClientId: house.client('presspass-cli').id,
        AuthFlow: 'USER_SRP_AUTH',
        AuthParameters: { USERNAME: email, SRP_A: 'abcdef' },
      });
      await refuses(
        sdk.send(srp),
        'InvalidParameterException: USER_SRP_AUTH is not enabled for the client.',
      );
      const byPassword = new InitiateAuthCommand({
        ClientId: house.client('presspass-web').id,
        AuthFlow: 'USER_PASSWORD_AUTH',
        AuthParameters: { USERNAME: email, PASSWORD: password },
      });
      await refuses(
        sdk.send(byPassword),
        'InvalidParameterException: USER_PASSWORD_AUTH flow not enabled for this client',
      );
    },
  ),
  ...throughSdk(
    { rows: ['pool-admin-flow-off'], title: 'a flow of administrators that the client lacks' },
    async (sdk, house) => {
      const { email, password } = house.demo('reader');
      await refuses(
        sdk.send(
          new AdminInitiateAuthCommand({
            UserPoolId: house.about.pools.people,
            ClientId: house.client('presspass-cli').id,
            AuthFlow: 'ADMIN_USER_PASSWORD_AUTH',
            AuthParameters: { USERNAME: email, PASSWORD: password },
          }),
        ),
        'InvalidParameterException: Auth flow not enabled for this client',
      );
    },
  ),
  ...throughSdk(
    {
      rows: ['pool-no-hash', 'pool-bad-hash', '3-2'],
      title: 'SECRET_HASH: missing, wrong, and right',
    },
    async (sdk, house) => {
      const { id, secret } = house.machine('sign-in-api');
      const { email, password } = house.demo('reader');
      const signIn = (SECRET_HASH?: string) =>
        sdk.send(
          new AdminInitiateAuthCommand({
            UserPoolId: house.about.pools.people,
            ClientId: id,
            AuthFlow: 'ADMIN_USER_PASSWORD_AUTH',
            AuthParameters: {
              USERNAME: email,
              PASSWORD: password,
              ...(SECRET_HASH !== undefined && { SECRET_HASH }),
            },
          }),
        );
      await refuses(
        signIn(),
        `NotAuthorizedException: Client ${id} is configured with secret but SECRET_HASH was not received`,
      );
      const foreign = hashOf(house.machine('hello').secret, email + id);
      await refuses(
        signIn(foreign),
        `NotAuthorizedException: SecretHash does not match for the client: ${id}`,
      );
      const { AuthenticationResult } = await signIn(hashOf(secret, email + id));
      assert.ok(AuthenticationResult?.IdToken);
    },
  ),
  ...throughSdk(
    {
      rows: ['pool-unknown-user-legacy', 'pool-forgot-unknown-legacy'],
      title: 'a client that tells whether a user exists',
    },
    async (_sdk, house) => {
      const { id: ClientId } = await house.newAppClient({ PreventUserExistenceErrors: 'LEGACY' });
      const { email, password } = newPerson();
      const signIn = await house.send('InitiateAuth', {
        ClientId,
        AuthFlow: 'USER_PASSWORD_AUTH',
        AuthParameters: { USERNAME: email, PASSWORD: password },
      });
      assert.deepEqual(signIn.body, {
        __type: 'UserNotFoundException',
        message: 'User does not exist.',
      });
      const forgot = await house.send('ForgotPassword', { ClientId, Username: email });
      assert.deepEqual(forgot.body, {
        __type: 'UserNotFoundException',
        message: 'Username/client id combination not found.',
      });
    },
  ),
  ...through(
    'fetch',
    {
      rows: ['pool-forgot-unverified', 'pool-forgot-state'],
      title: 'a client that tells why a password cannot be reset',
    },
    async (house) => {
      const { id: ClientId } = await house.newAppClient({ PreventUserExistenceErrors: 'LEGACY' });
      const UserPoolId = house.about.pools.people;
      const forgot = async (Username: string) =>
        (await house.send('ForgotPassword', { ClientId, Username })).body;
      const { email: unverified } = await house.join();
      await house.perform('AdminUpdateUserAttributes', {
        UserPoolId,
        Username: unverified,
        UserAttributes: [{ Name: 'email_verified', Value: 'false' }],
      });
      assert.deepEqual(await forgot(unverified), {
        __type: 'InvalidParameterException',
        message:
          'Cannot reset password for the user as there is no registered/verified email or phone_number',
      });
      const { email: disabled } = await house.join();
      await house.perform('AdminDisableUser', { UserPoolId, Username: disabled });
      assert.deepEqual(await forgot(disabled), {
        __type: 'NotAuthorizedException',
        message: 'User password cannot be reset in the current state.',
      });
    },
  ),
  ...throughSdk(
    { rows: ['pool-simulated-salt'], title: 'SRP for nobody answers a salt, the same each time' },
    async (sdk, house) => {
      const { email } = newPerson();
      const saltOf = async (): Promise<unknown> => {
        const command = new InitiateAuthCommand({
          ClientId: house.client('presspass-web').id,
          AuthFlow: 'USER_SRP_AUTH' satisfies AuthFlowType,
          AuthParameters: { USERNAME: email, SRP_A: 'abcdef0123456789' },
        });
        const { ChallengeName, ChallengeParameters } = await sdk.send(command);
        assert.equal(ChallengeName, 'PASSWORD_VERIFIER');
        return ChallengeParameters?.['SALT'];
      };
      const salt = await saltOf();
      assert.match(String(salt), /^[0-9a-f]+$/);
      assert.equal(await saltOf(), salt);
      await refuses(
        openBySrp(house).signIn({ email, password: 'Press-Pass-2026' }),
        'NotAuthorizedException: Incorrect username or password.',
      );
    },
  ),
];

function hashOf(secret: string, message: string): string {
  return createHmac('sha256', secret).update(message).digest('base64');
}
