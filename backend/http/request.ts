import type {
  APIGatewayProxyEvent,
  APIGatewayProxyEventV2,
  APIGatewayProxyEventV2WithJWTAuthorizer,
} from 'aws-lambda';

/** The events a function is called with: a REST API's, or an HTTP API's in payload format 2.0. */
export type GatewayEvent = APIGatewayProxyEvent | HttpApiEvent;

/** With a JWT authorizer, and on a route without one. */
type HttpApiEvent = APIGatewayProxyEventV2WithJWTAuthorizer | APIGatewayProxyEventV2;

/** What a verified token says; values as the authorizer's kind writes them. */
type Claims = Readonly<Record<string, unknown>>;

/** A request as operations see it, whichever kind of gateway brought it. */
export interface HttpRequest {
  /** API Gateway's id of the request. */
  readonly id: string;
  /** When the gateway received it, in milliseconds since the epoch. */
  readonly receivedAt: number;
  /** By name in lower case. */
  readonly headers: ReadonlyMap<string, string>;
  readonly query: ReadonlyMap<string, readonly string[]>;
  readonly pathParameters: ReadonlyMap<string, string>;
  readonly body: Buffer;
  /** Undefined where the gateway has not verified a token. */
  readonly claims: Claims | undefined;
  /** What the header Authorization says, bare or after `Bearer `; undefined where the request has none, or several. */
  readonly token: string | undefined;
}

/**
 * Reads an event (AWS: "Input format of a Lambda function for proxy integration" for REST APIs,
 * "Create AWS Lambda proxy integrations for HTTP APIs" for the other format).
 */
export function readRequest(event: GatewayEvent): HttpRequest {
  const parts = 'rawPath' in event ? httpApiParts(event) : restApiParts(event);
  return {
    ...parts,
    id: event.requestContext.requestId,
    headers: headersOf(event.headers),
    pathParameters: present(event.pathParameters ?? {}),
    body: Buffer.from(event.body ?? '', event.isBase64Encoded ? 'base64' : 'utf8'),
  };
}

type KindParts = Pick<HttpRequest, 'receivedAt' | 'query' | 'claims' | 'token'>;

function restApiParts(event: APIGatewayProxyEvent): KindParts {
  return {
    receivedAt: event.requestContext.requestTimeEpoch,
    query: new Map(
      Object.entries(event.multiValueQueryStringParameters ?? {}).map(([name, values]) => [
        name,
        values ?? [],
      ]),
    ),
    claims: claimsIn(event.requestContext.authorizer),
    token: onlyToken(Object.entries(event.multiValueHeaders)),
  };
}

function httpApiParts(event: HttpApiEvent): KindParts {
  const { authorizer } = event.requestContext as { authorizer?: { jwt?: unknown } };
  return {
    receivedAt: event.requestContext.timeEpoch,
    query: queryIn(event.rawQueryString),
    claims: claimsIn(authorizer?.jwt),
    // An HTTP API joins several values with commas, which no token has.
    token: onlyToken(Object.entries(event.headers).map(([name, value]) => [name, [value ?? '']])),
  };
}

/** Of two headers the gateway has verified one, and which of them is not published. */
function onlyToken(
  headers: readonly [string, readonly string[] | undefined][],
): string | undefined {
  const values = headers
    .filter(([name]) => name.toLowerCase() === 'authorization')
    .flatMap(([, some = []]) => some);
  return values.length === 1 ? values[0]?.replace(/^Bearer /i, '') : undefined;
}

/** All values of each name, in one pass: whoever sends a name thousands of times must not cost its square. */
function queryIn(text: string): Map<string, string[]> {
  const query = new Map<string, string[]>();
  for (const [name, value] of new URLSearchParams(text)) {
    const values = query.get(name);
    if (values) values.push(value);
    else query.set(name, [value]);
  }
  return query;
}

function claimsIn(holder: unknown): Claims | undefined {
  const { claims } = (holder ?? {}) as { claims?: unknown };
  return typeof claims === 'object' && claims !== null ? { ...claims } : undefined;
}

function headersOf(headers: Record<string, string | undefined>): Map<string, string> {
  const lower = Object.entries(headers).map(
    ([name, value]) => [name.toLowerCase(), value] as const,
  );
  return present(Object.fromEntries(lower));
}

function present(values: Record<string, string | undefined>): Map<string, string> {
  return new Map(
    Object.entries(values).filter((entry): entry is [string, string] => entry[1] !== undefined),
  );
}
