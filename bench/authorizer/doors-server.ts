/** The doors, served by the stand-in's own gateways, and real tokens of a real user pool to open them. */
import { env } from 'node:process';
import { systemClock } from '../../local/clock.ts';
import { openHttpApi } from '../../local/gateway/http-api.ts';
import { openRestApi } from '../../local/gateway/rest-api.ts';
import { TokenBucket } from '../../local/token-bucket.ts';
import { sendJson, sendText } from '../../local/http/reply.ts';
import { listen } from '../../local/http/server.ts';
import { openMailbox } from '../../local/mailbox/mailbox.ts';
import { APP_CLIENT_IDS, DEMO_PEOPLE, PEOPLE_POOL_ID } from '../../local/seed/identities.ts';
import { seedPeople } from '../../local/seed/people.ts';
import { openState } from '../../local/state/state.ts';
import { openUserPools } from '../../local/user-pool/user-pools.ts';
import { tokensPath } from './doors.ts';
import type { Tokens } from './doors.ts';

env['REQUEST_LOG'] = 'failures';
const folder = env['PRESSPASS_DATA'] ?? '';
const clock = systemClock;
const state = await openState(folder);
const { database } = state;
const mailbox = openMailbox({ database, clock });
const userPools = await openUserPools({ database, clock, mailbox });
seedPeople(state, userPools, clock.now());

const clientId = APP_CLIENT_IDS['presspass-cli'];
const [{ email, password }] = DEMO_PEOPLE;
const { AuthenticationResult: tokens } = (await userPools.perform('InitiateAuth', {
  AuthFlow: 'USER_PASSWORD_AUTH',
  ClientId: clientId,
  AuthParameters: { USERNAME: email, PASSWORD: password },
})) as { AuthenticationResult: Tokens };

const get = (...security: Record<string, string[]>[]): object => ({
  get: { operationId: 'hello', security, responses: {} },
});
const contract = {
  stage: '/rest',
  definition: {
    openapi: '3.0.3',
    info: { title: 'Doors', version: '1' },
    paths: {
      '/open': get(),
      '/id': get({ people: [] }),
      '/scope': get({ people: ['aws.cognito.signin.user.admin'] }),
    },
    components: {
      securitySchemes: {
        people: {
          type: 'apiKey' as const,
          name: 'Authorization',
          in: 'header' as const,
          'x-amazon-apigateway-authtype': 'cognito_user_pools',
          'x-amazon-apigateway-authorizer': {
            type: 'cognito_user_pools',
            providerARNs: ['${PeoplePoolArn}'],
            authorizerResultTtlInSeconds: 300,
          },
        },
      },
    },
  },
};

const jwks = userPools.jwks(PEOPLE_POOL_ID) ?? { keys: [] };
const people = { userPoolId: PEOPLE_POOL_ID, clientIds: [clientId], jwks };
const parts = {
  references: { pools: { '${PeoplePoolArn}': people }, expressions: {} },
  handlers: new URL('../../backend/handlers/', import.meta.url),
  clock,
  throttle: new TokenBucket({ rate: Infinity, burst: Infinity }, clock),
  cors: 'open' as const,
};
const gateways = [
  await openRestApi({ ...parts, contract }),
  await openHttpApi({ ...parts, contracts: [contract], issuers: {} }),
];

const { port } = await listen(0, (request, response) => {
  const gateway = gateways.find(({ root }) => request.url?.startsWith(root));
  if (gateway) void gateway.handle(request, response);
  else if (request.url === tokensPath) sendJson(response, 200, tokens);
  else sendText(response, 404, 'There is no such door.');
});
console.log(`http://127.0.0.1:${port}`);
