import assert from 'node:assert/strict';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { doors } from '../contract/generated/doors.ts';
import { machines } from '../contract/identities.ts';
import type { MachineName } from '../contract/identities.ts';
import { APP_CLIENT_IDS, DEMO_PEOPLE } from './seed/identities.ts';
import { startStandIn } from './stand-in.ts';
import type { StandIn } from './stand-in.ts';
import { machineToken } from './testing/machine-token.ts';
import { callCognito } from './testing/sign-in.ts';

// `infra/news/doors.test.ts` holds what is deployed to the same table.

type Door = (typeof doors)[number];

/** Whoever knocks, and with what. */
interface Caller {
  name: string;
  token: string;
  kind: 'none' | 'id' | 'access';
  pool?: 'people' | 'services';
  scopes: readonly string[];
}

let folder: string;
let standIn: StandIn;
const callers: Caller[] = [{ name: 'nobody', token: '', kind: 'none', scopes: [] }];

before(async () => {
  folder = await mkdtemp(join(tmpdir(), 'presspass-'));
  standIn = await startStandIn({ folder, port: 0, articles: 'none' });
  callers.push(...(await people()));
  for (const name of Object.keys(machines) as MachineName[]) {
    const token = await machineToken(standIn.url, name);
    callers.push({ name, token, kind: 'access', pool: 'services', scopes: machines[name].scopes });
  }
});

after(async () => {
  await standIn.close();
  await rm(folder, { recursive: true });
});

/** The editor, whose tokens open whatever a person's can, and the same tokens after somebody has changed them. */
async function people(): Promise<Caller[]> {
  const [{ email, password }] = DEMO_PEOPLE;
  const response = await callCognito(standIn.url, 'InitiateAuth', {
    AuthFlow: 'USER_PASSWORD_AUTH',
    ClientId: APP_CLIENT_IDS['presspass-cli'],
    AuthParameters: { USERNAME: email, PASSWORD: password },
  });
  const { AuthenticationResult: tokens } = (await response.json()) as {
    AuthenticationResult: { IdToken: string; AccessToken: string };
  };
  const person = { pool: 'people' } as const;
  const scopes = ['aws.cognito.signin.user.admin'];
  return [
    { ...person, name: 'an ID token', token: tokens.IdToken, kind: 'id', scopes: [] },
    { ...person, name: 'an access token', token: tokens.AccessToken, kind: 'access', scopes },
    { name: 'a forged ID token', token: forged(tokens.IdToken), kind: 'id', scopes: [] },
    { name: 'a forged access token', token: forged(tokens.AccessToken), kind: 'access', scopes },
  ];
}

/** The same claims under another signature. */
const forged = (token: string): string => token.replace(/\.[^.]+$/, `.${'A'.repeat(342)}`);

/** `admitted`, whatever the function then made of it, or the status of the gateway's refusal. */
async function knock({ method }: Door, path: string, { token }: Caller): Promise<string> {
  // Nothing is there under this id, and nothing is published without a body: no function changes anything.
  const url = standIn.url + path.replace('{id}', '0d3f6a52-9c1e-4b7a-8f54-2e6d1c9b7a30');
  const response = await fetch(url, { method, headers: token ? { Authorization: token } : {} });
  await response.arrayBuffer();
  const reason = response.headers.get('x-presspass-reason') ?? 'the function answered';
  return reason.startsWith('the function answered') ? 'admitted' : String(response.status);
}

/** AWS: "Control access to REST APIs using Amazon Cognito user pools as an authorizer". */
function atRestApi({ token, pools, scopes }: Door, caller: Caller): string {
  if (token === 'none') return 'admitted';
  if (!isOf(caller, pools) || caller.kind !== token) return '401';
  return token === 'id' || haveOne(scopes, caller) ? 'admitted' : '401';
}

/** AWS: "Control access to HTTP APIs with JWT authorizers in API Gateway"; one issuer: docs/decisions/0010. */
function atHttpApi({ token, pools, scopes }: Door, caller: Caller): string {
  if (token === 'none') return 'admitted';
  if (!isOf(caller, pools.slice(-1))) return '401';
  return scopes.length === 0 || haveOne(scopes, caller) ? 'admitted' : '403';
}

const isOf = ({ pool }: Caller, pools: readonly string[]): boolean =>
  pool !== undefined && pools.includes(pool);

const haveOne = (scopes: readonly string[], caller: Caller): boolean =>
  scopes.some((scope) => caller.scopes.includes(scope));

describe('the gateways, by the table of the contracts', () => {
  for (const door of doors) {
    it(`let through to ${door.operationId} whom its authorizer should, and nobody else`, async () => {
      const httpPath = door.path.replace(/^\/\w+/, '/http-api');
      for (const caller of callers) {
        const { name } = caller;
        assert.equal(
          await knock(door, door.path, caller),
          atRestApi(door, caller),
          `${name}, REST`,
        );
        assert.equal(await knock(door, httpPath, caller), atHttpApi(door, caller), `${name}, HTTP`);
      }
    });
  }
});
