import { DEMO_PEOPLE } from '../../local/seed/identities.ts';
import { articlesTableName } from '../../local/tables/articles-table-name.ts';

/** What an HTTP API sends (payload format 2.0), as far as a function reads it. */
const request = {
  rawPath: '/',
  rawQueryString: '',
  headers: { 'content-type': 'application/json' },
  isBase64Encoded: false,
  requestContext: { requestId: 'first', timeEpoch: Date.now() },
};

/** A first page of news, from DynamoDB. */
export const listNews: object = request;

/** What the token says of the reader, from the event alone. */
export const readMe: object = {
  ...request,
  requestContext: {
    ...request.requestContext,
    authorizer: { jwt: { claims: { sub: 'somebody', email: 'reader@presspass.test' } } },
  },
};

const [, { email: username, password }] = DEMO_PEOPLE;

/** A password for tokens, from Cognito. */
export const signIn: object = { ...request, body: JSON.stringify({ username, password }) };

/** What a deployment and Lambda itself would set, for functions that have the stand-in at `url` for AWS. */
export async function environmentAt(url: string): Promise<Record<string, string>> {
  const about = (await (await fetch(`${url}/about.json`)).json()) as {
    region: string;
    pools: { people: string };
    clients: { 'sign-in-api': { id: string; secret: string } };
  };
  const client = about.clients['sign-in-api'];
  return {
    AWS_REGION: about.region,
    AWS_ACCESS_KEY_ID: 'local',
    AWS_SECRET_ACCESS_KEY: 'local',
    AWS_ENDPOINT_URL_DYNAMODB: url,
    AWS_ENDPOINT_URL_COGNITO_IDENTITY_PROVIDER: url,
    ARTICLES_TABLE: articlesTableName,
    USER_POOL_ID: about.pools.people,
    CLIENT_ID: client.id,
    CLIENT_SECRET: client.secret,
    REQUEST_LOG: 'failures',
  };
}
