import type { APIGatewayProxyEventV2, APIGatewayProxyEventV2WithJWTAuthorizer } from 'aws-lambda';
import { commonLogTime, grouped, headerPairs } from './passage.ts';
import type { Admission, Pair, Passage } from './passage.ts';

/** A route's event; `authorizer` is there only where the route has one. */
export type HttpEvent = APIGatewayProxyEventV2 | APIGatewayProxyEventV2WithJWTAuthorizer;

const stage = '$default';

/** An HTTP API's event, payload format 2.0 (AWS: "Create AWS Lambda proxy integrations for HTTP APIs"). */
export function httpEvent(passage: Passage): HttpEvent {
  const { request, url, path, method, template, pathParameters } = passage;
  const { cookie } = request.headers;
  return {
    version: '2.0',
    routeKey: `${method} ${template}`,
    rawPath: path,
    rawQueryString: url.search.slice(1),
    ...(cookie === undefined ? {} : { cookies: cookie.split('; ') }),
    headers: headersOf(passage),
    ...ifAny('queryStringParameters', joined([...url.searchParams])),
    ...ifAny('pathParameters', pathParameters),
    requestContext: requestContext(passage),
    ...bodyOf(passage),
  };
}

function requestContext(passage: Passage): HttpEvent['requestContext'] {
  const { request, ids, receivedAt, url, path, method, template, admission } = passage;
  return {
    accountId: '000000000000',
    apiId: 'local',
    ...(admission ? { authorizer: authorizerOf(admission) } : {}),
    domainName: url.host,
    domainPrefix: url.hostname.split('.')[0] ?? '',
    http: {
      method,
      path,
      protocol: `HTTP/${request.httpVersion}`,
      sourceIp: request.socket.remoteAddress ?? '127.0.0.1',
      userAgent: request.headers['user-agent'] ?? '',
    },
    requestId: ids.requestId,
    routeKey: `${method} ${template}`,
    stage,
    time: commonLogTime(receivedAt),
    timeEpoch: receivedAt,
  };
}

type JwtContext = APIGatewayProxyEventV2WithJWTAuthorizer['requestContext']['authorizer'];

/** `principalId` and `integrationLatency` are in the types of others only. The claims are a copy: functions may write into their event. */
function authorizerOf({ claims, scopes }: Admission): JwtContext {
  return { jwt: { claims: { ...claims }, scopes: scopes && [...scopes] } };
}

/** Names in lower case, repeated ones joined by commas; cookies have a place of their own. */
function headersOf({ request }: Passage): Record<string, string> {
  const pairs = headerPairs(request).map(([name, value]): Pair => [name.toLowerCase(), value]);
  return joined(pairs.filter(([name]) => name !== 'cookie'));
}

function joined(pairs: readonly Pair[]): Record<string, string> {
  const several = Object.entries(grouped(pairs));
  return Object.fromEntries(several.map(([name, values]) => [name, values.join(',')]));
}

function ifAny(
  name: 'queryStringParameters' | 'pathParameters',
  values: Readonly<Record<string, string>>,
): Partial<Record<typeof name, Record<string, string>>> {
  return Object.keys(values).length > 0 ? { [name]: { ...values } } : {};
}

/** What counts as text; everything else, a form above all, arrives in Base64. */
const textual = /^(text\/|application\/([a-z.+-]+\+)?(json|xml|javascript))/i;

function bodyOf({ request, body }: Passage): { body?: string; isBase64Encoded: boolean } {
  if (body.length === 0) return { isBase64Encoded: false };
  const isText = textual.test(request.headers['content-type'] ?? '');
  return { body: body.toString(isText ? 'utf8' : 'base64'), isBase64Encoded: !isText };
}
