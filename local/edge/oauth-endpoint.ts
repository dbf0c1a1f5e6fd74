import type { IncomingMessage, ServerResponse } from 'node:http';
import { send } from '../http/answer.ts';
import { BodyTooLarge, hangUpAfter, readBody } from '../http/body.ts';
import { secretsOf, sendDefect } from '../http/defect.ts';
import type { OAuthRequest } from '../user-pool/oauth/oauth-request.ts';
import type { UserPools } from '../user-pool/user-pools.ts';

/** The most bytes a form may have: 64 KB. */
const largestForm = 64 * 1024;

/** Where a request was sent. */
interface Address {
  readonly pathname: string;
  readonly searchParams: URLSearchParams;
}

/** Answers one request to the user pools' domain: /oauth2/*, /login, /logout. */
export async function answerOAuth(
  userPools: Pick<UserPools, 'oauth'>,
  { pathname, searchParams }: Address,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const { method = 'GET', headers } = request;
  const form = method === 'POST' ? await formIn(request, response) : undefined;
  try {
    const answer = await userPools.oauth({
      method,
      path: pathname,
      query: searchParams,
      form,
      authorization: headers.authorization,
      cookie: headers.cookie,
      isSameOrigin: isSameOrigin(request),
    } satisfies OAuthRequest);
    send(response, answer);
  } catch (defect) {
    // Here, where it is known what the form said: none of it is shown.
    sendDefect(response, defect, [...secretsOf(request), ...(form?.values() ?? [])]);
  }
}

async function formIn(
  request: IncomingMessage,
  response: ServerResponse,
): Promise<URLSearchParams | undefined> {
  const [type = ''] = (request.headers['content-type'] ?? '').split(';');
  try {
    const body = await readBody(request, response, largestForm);
    const isForm = type.trim().toLowerCase() === 'application/x-www-form-urlencoded';
    return isForm ? new URLSearchParams(body.toString('utf8')) : undefined;
  } catch (problem) {
    if (!(problem instanceof BodyTooLarge)) throw problem;
    // Too large is as good as none: the endpoint says so in its own words.
    hangUpAfter(request, response);
    return undefined;
  }
}

/** Browsers tell where a request comes from (Fetch Metadata) and put `Origin` on every POST; programs do neither. */
function isSameOrigin({ headers }: IncomingMessage): boolean {
  const { origin, host = '' } = headers;
  const site = headers['sec-fetch-site'];
  if (site !== undefined && site !== 'same-origin' && site !== 'none') return false;
  return origin === undefined || origin === `http://${host}`;
}
