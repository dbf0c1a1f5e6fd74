import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { articlesTableDefinition } from '../../backend/dynamodb/articles-table.ts';
import { openArticles } from '../../backend/dynamodb/open-articles.ts';
import type { ArticlesStore } from '../../backend/news/articles-store.ts';
import { ManualClock } from '../clock.ts';
import { enterEnvironment } from '../environment.ts';
import { readContract } from '../gateway/contract.ts';
import { openRestApi } from '../gateway/rest-api.ts';
import type { GatewayApi } from '../gateway/gateway.ts';
import { openHttpApi } from '../gateway/http-api.ts';
import { accountLimits } from '../gateway/account-limits.ts';
import { listen } from '../http/server.ts';
import { openState } from '../state/state.ts';
import { openTables } from '../tables/tables.ts';
import { tokenIssuer } from './token-issuer.ts';
import type { TokenIssuer } from './token-issuer.ts';
import { TokenBucket } from '../token-bucket.ts';

const userPoolId = 'eu-west-1_Testing01';
const clientId = 'testingclient0000000000001';

/** The news API on real tables and real HTTP, with tokens signed by the test. */
export interface NewsApi {
  articles: ArticlesStore;
  clock: ManualClock;
  issuer: TokenIssuer;
  editor: string;
  reader: string;
  port: number;
  /** Calls the API; `path` starts below the origin, as `/api/news` or `/http-api/news`. */
  call(method: string, path: string, token?: string, init?: CallInit): Promise<Response>;
  close(): Promise<void>;
}

/** What else a call may carry. */
interface CallInit {
  body?: string;
  headers?: Record<string, string>;
}

export async function startNewsApi(): Promise<NewsApi> {
  const folder = await mkdtemp(join(tmpdir(), 'presspass-'));
  const clock = new ManualClock();
  const issuer = await tokenIssuer(userPoolId, clientId);
  const state = await openState(folder);
  const tables = await openTables(state.database);
  await tables.ensure(articlesTableDefinition('articles'));
  const apis = await apisFor(issuer, clock);
  const server = await listen(0, (request, response) => {
    const api = apis.find(({ root }) => request.url?.startsWith(`${root}/`));
    void (api ?? tables).handle(request, response);
  });
  const url = `http://127.0.0.1:${String(server.port)}`;
  const leave = enterEnvironment({
    ARTICLES_TABLE: 'articles',
    AWS_REGION: 'eu-west-1',
    AWS_ENDPOINT_URL_DYNAMODB: url,
    USER_POOL_ID: userPoolId,
    CLIENT_ID: clientId,
    CLIENT_SECRET: 'of no use: these tests have no user pool',
    AWS_ENDPOINT_URL_COGNITO_IDENTITY_PROVIDER: url,
    REQUEST_LOG: 'failures',
  });
  return {
    articles: openArticles(),
    clock,
    issuer,
    editor: await issuer.idToken({ 'cognito:groups': ['admin'] }),
    reader: await issuer.idToken(),
    port: server.port,
    call: (method, path, token, init = {}) => {
      const headers = { ...(token ? { Authorization: token } : {}), ...init.headers };
      return fetch(url + path, { ...init, method, headers });
    },
    close: async () => {
      leave();
      await server.close();
      await tables.close();
      state.close();
      await rm(folder, { recursive: true });
    },
  };
}

/** The contract as a REST API below `/api`, and as an HTTP API below `/http-api`. */
async function apisFor(issuer: TokenIssuer, clock: ManualClock): Promise<GatewayApi[]> {
  const pool = { userPoolId, clientIds: [clientId], jwks: issuer.jwks };
  const contract = await readContract(new URL('../../contract/news.yaml', import.meta.url));
  const shared = {
    references: {
      pools: { '${PeoplePoolArn}': pool, '${ServicesPoolArn}': pool },
      expressions: { '${PeopleClientIds}': clientId },
    },
    handlers: new URL('../../backend/handlers/', import.meta.url),
    clock,
    throttle: new TokenBucket(accountLimits, clock),
    cors: 'open' as const,
  };
  return Promise.all([
    openRestApi({ ...shared, contract }),
    openHttpApi({
      ...shared,
      contracts: [contract],
      issuers: { publishers: '${ServicesPoolArn}' },
    }),
  ]);
}
