import assert from 'node:assert/strict';
import {
  type CognitoIdentityProviderClient,
  DescribeRiskConfigurationCommand,
  DescribeUserPoolCommand,
  ListUserPoolClientsCommand,
} from '@aws-sdk/client-cognito-identity-provider';
import type { Check } from '../check.ts';
import { aws } from '../clients/aws-cli.ts';
import { newPerson } from '../house/house.ts';
import { through, throughSdk } from './through.ts';

/** How a user pool’s API speaks, whatever the operation. */
export const poolProtocol: Check[] = [
  ...through(
    'fetch',
    {
      rows: ['pool-transport', 'pool-cors'],
      title: 'a refusal on the wire, and what a page may read of it',
    },
    async (house) => {
      const input = {
        ClientId: house.client('presspass-cli').id,
        AuthFlow: 'USER_PASSWORD_AUTH',
        AuthParameters: { USERNAME: 'nobody@example.com', PASSWORD: 'Wrong-Pass-2026' },
      };
      const answer = await house.send('InitiateAuth', input, { Origin: 'http://localhost:4200' });
      const message = 'Incorrect username or password.';
      assert.equal(answer.status, 400);
      assert.deepEqual(answer.body, { __type: 'NotAuthorizedException', message });
      const header = (name: string) => answer.headers.get(name);
      assert.equal(header('x-amzn-errortype'), 'NotAuthorizedException:');
      assert.equal(header('x-amzn-errormessage'), message);
      assert.equal(header('content-type'), 'application/x-amz-json-1.1');
      assert.equal(header('access-control-allow-origin'), '*');
      const exposed = (header('access-control-expose-headers') ?? '').toLowerCase().split(/,\s*/);
      for (const name of ['x-amzn-requestid', 'x-amzn-errortype', 'x-amzn-errormessage', 'date']) {
        assert.ok(exposed.includes(name), name);
      }
    },
  ),
  ...throughSdk(
    { rows: ['pool-unknown'], title: 'an operation that is not emulated is named' },
    async (sdk) => {
      const command = new DescribeRiskConfigurationCommand({ UserPoolId: 'eu-west-1_AAAAAAAAA' });
      await assert.rejects(sdk.send(command), /DescribeRiskConfiguration is not emulated/);
    },
  ),
  ...through(
    'fetch',
    { rows: ['pool-credentials'], title: 'an administrator’s operation without a signature' },
    async (house) => {
      const input = { UserPoolId: house.about.pools.people };
      const { status, body } = await house.send('DescribeUserPool', input);
      assert.equal(status, 400);
      assert.match(String(body['__type']), /MissingAuthenticationToken/);
    },
  ),
  ...through(
    'AWS CLI',
    { rows: ['pool-credentials', 'pool-first-password'], title: 'an administrator creates a user' },
    async (house) => {
      const { email } = newPerson();
      const named = ['--user-pool-id', house.about.pools.people, '--username', email];
      const attributes = ['--user-attributes', `Name=email,Value=${email}`];
      const created = await aws(house, 'admin-create-user', [...named, ...attributes]);
      const { UserStatus } = created['User'] as { UserStatus: string };
      assert.equal(UserStatus, 'FORCE_CHANGE_PASSWORD');
      assert.equal((await house.mailsTo(email)).length, 1);
      const password = ['--password', 'Press-Pass-2026', '--permanent'];
      await aws(house, 'admin-set-user-password', [...named, ...password]);
      const read = await aws(house, 'admin-get-user', named);
      assert.equal(read['UserStatus'], 'CONFIRMED');
    },
    'terminal',
  ),
  ...throughSdk(
    { rows: ['2-6', '4-1'], title: 'pools and clients have names' },
    async (sdk, house) => {
      const UserPoolId = house.about.pools.people;
      const { UserPool } = await sdk.send(new DescribeUserPoolCommand({ UserPoolId }));
      assert.equal(UserPool?.Name, 'presspass-people');
      assert.ok(UserPool.UsernameAttributes?.includes('email'));
      assert.ok((UserPool.Policies?.PasswordPolicy?.MinimumLength ?? 0) >= 8);
      const names = await namesIn(sdk, UserPoolId);
      for (const name of ['presspass-web', 'presspass-cli']) assert.ok(names.includes(name), name);
    },
  ),
];

async function namesIn(sdk: CognitoIdentityProviderClient, UserPoolId: string): Promise<string[]> {
  const command = new ListUserPoolClientsCommand({ UserPoolId, MaxResults: 60 });
  const { UserPoolClients = [] } = await sdk.send(command);
  return UserPoolClients.flatMap(({ ClientName = [] }) => ClientName);
}
