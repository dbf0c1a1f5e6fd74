import { callCognito } from '../../../local/testing/sign-in.ts';
import { about } from '../about.ts';
import type { RealToken } from './real-tokens.ts';

/** Something that takes a token. */
export interface Door {
  name: string;
  /** The real tokens that it accepts; every other text must be refused. */
  takes: readonly RealToken[];
  present: (token: string) => Promise<Verdict>;
  /** What a token is judged by: a gateway's authorizer, or the pool itself. */
  judge: 'REST API' | 'HTTP API' | 'pool';
}

interface Verdict {
  isAccepted: boolean;
  status: number;
  /** The answer's beginning, for a person. */
  seen: string;
}

const idTokens = ['editor’s ID token', 'reader’s ID token'] as const;
const accessTokens = ['editor’s access token', 'reader’s access token'] as const;
const ofDomain = 'reader’s access token of the domain' as const;
const userTokens = [...accessTokens, ofDomain] as const;
const hello = 'hello’s access token' as const;
const wire = 'wire’s access token' as const;

/** Everything of a stand-in that takes tokens. */
export async function doorsOf(url: string): Promise<Door[]> {
  const { clients } = await about(url);
  const ClientId = clients['presspass-cli'].id;
  return [...gatewayDoors(url), ...poolDoors(url), ...refreshDoors(url, ClientId)];
}

function gatewayDoors(url: string): Door[] {
  const get = (path: string, prefix = '') => gatewayDoor(url, 'GET', path, prefix);
  const post = (path: string) => gatewayDoor(url, 'POST', path, 'Bearer ');
  return [
    { name: 'GET /api/me', takes: idTokens, ...get('/api/me') },
    { name: 'GET /api/me, Bearer', takes: idTokens, ...get('/api/me', 'Bearer ') },
    { name: 'POST /api/news', takes: [...userTokens, wire], ...post('/api/news') },
    { name: 'GET /services/hello', takes: [hello], ...get('/services/hello') },
    {
      // A JWT authorizer without scopes does not look at token_use.
      name: 'GET /http-api/me',
      takes: [...idTokens, ...userTokens],
      ...get('/http-api/me', 'Bearer '),
    },
    { name: 'POST /http-api/news', takes: [wire], ...post('/http-api/news') },
    { name: 'GET /http-api/hello', takes: [hello], ...get('/http-api/hello') },
  ];
}

/** Accepted is what the authorizer lets pass, whatever the function says then. */
function gatewayDoor(
  url: string,
  method: string,
  path: string,
  prefix: string,
): Pick<Door, 'judge' | 'present'> {
  const body = method === 'POST' ? '{}' : null;
  return {
    judge: path.startsWith('/http-api') ? 'HTTP API' : 'REST API',
    present: async (token) => {
      const headers = { Authorization: prefix + token };
      const response = await fetch(url + path, { method, headers, body });
      const { status } = response;
      const isRefused = response.headers.has('www-authenticate') || [401, 431].includes(status);
      return verdict(response, !isRefused);
    },
  };
}

function poolDoors(url: string): Door[] {
  const withToken = (operation: string, more: object = {}): Door => ({
    name: operation,
    judge: 'pool',
    takes: userTokens,
    present: async (AccessToken) => {
      const response = await callCognito(url, operation, { AccessToken, ...more });
      return verdict(response, response.status < 400);
    },
  });
  return [
    withToken('GetUser'),
    withToken('GetUserAuthFactors'),
    withToken('UpdateUserAttributes', { UserAttributes: [{ Name: 'nickname', Value: 'Ink' }] }),
    {
      name: 'GET /oauth2/userInfo',
      judge: 'pool',
      takes: [ofDomain],
      present: async (token) => {
        const headers = { Authorization: `Bearer ${token}` };
        const response = await fetch(`${url}/oauth2/userInfo`, { headers });
        return verdict(response, response.status < 400);
      },
    },
  ];
}

function refreshDoors(url: string, ClientId: string): Door[] {
  const takes = ['refresh token'] as const;
  const door = (name: string, operation: string, input: (token: string) => object): Door => ({
    name,
    judge: 'pool',
    takes,
    present: async (token) => {
      const response = await callCognito(url, operation, { ClientId, ...input(token) });
      return verdict(response, response.status < 400);
    },
  });
  return [
    door('GetTokensFromRefreshToken', 'GetTokensFromRefreshToken', (RefreshToken) => ({
      RefreshToken,
    })),
    door('InitiateAuth REFRESH_TOKEN_AUTH', 'InitiateAuth', (REFRESH_TOKEN) => ({
      AuthFlow: 'REFRESH_TOKEN_AUTH',
      AuthParameters: { REFRESH_TOKEN },
    })),
  ];
}

async function verdict(response: Response, isAccepted: boolean): Promise<Verdict> {
  const { status } = response;
  return { isAccepted, status, seen: `${status} ${(await response.text()).slice(0, 200)}` };
}
