import type { APIGatewayProxyEvent } from 'aws-lambda';
import type { IncomingMessage } from 'node:http';

/** One request on its way through a REST API. */
export interface Passage {
  request: IncomingMessage;
  requestId: string;
  /** Milliseconds since the epoch. */
  receivedAt: number;
  url: URL;
  stage: string;
  /** The path as the contract has it, `/news/{id}`. */
  resource: string;
  pathParameters: Record<string, string>;
  body: Buffer;
  claims: Readonly<Record<string, string>> | undefined;
}

/** The event of a Lambda proxy integration (AWS: "Input format of a Lambda function for proxy integration"). */
export function proxyEvent(passage: Passage): APIGatewayProxyEvent {
  const { request, url, stage, resource, pathParameters, body } = passage;
  const headers = pairsOf(request.rawHeaders);
  const query = [...url.searchParams];
  const hasParameters = Object.keys(pathParameters).length > 0;
  return {
    resource,
    path: url.pathname.slice(stage.length),
    httpMethod: request.method ?? 'GET',
    headers: Object.fromEntries(headers),
    multiValueHeaders: grouped(headers),
    queryStringParameters: query.length > 0 ? Object.fromEntries(query) : null,
    multiValueQueryStringParameters: query.length > 0 ? grouped(query) : null,
    pathParameters: hasParameters ? pathParameters : null,
    stageVariables: null,
    requestContext: requestContext(passage),
    body: body.length > 0 ? body.toString('utf8') : null,
    isBase64Encoded: false,
  };
}

function requestContext(passage: Passage): APIGatewayProxyEvent['requestContext'] {
  const { request, requestId, receivedAt, url, stage, resource, claims } = passage;
  const httpMethod = request.method ?? 'GET';
  return {
    accountId: '000000000000',
    apiId: 'local',
    authorizer: claims && { claims: { ...claims } },
    domainName: url.host,
    extendedRequestId: requestId,
    httpMethod,
    identity: identityOf(request),
    path: url.pathname,
    protocol: `HTTP/${request.httpVersion}`,
    requestId,
    requestTime: commonLogTime(receivedAt),
    requestTimeEpoch: receivedAt,
    resourceId: `${httpMethod} ${resource}`,
    resourcePath: resource,
    stage: stage.slice(1),
  };
}

function identityOf(request: IncomingMessage): APIGatewayProxyEvent['requestContext']['identity'] {
  return {
    accessKey: null,
    accountId: null,
    apiKey: null,
    apiKeyId: null,
    caller: null,
    clientCert: null,
    cognitoAuthenticationProvider: null,
    cognitoAuthenticationType: null,
    cognitoIdentityId: null,
    cognitoIdentityPoolId: null,
    principalOrgId: null,
    sourceIp: request.socket.remoteAddress ?? '127.0.0.1',
    user: null,
    userAgent: request.headers['user-agent'] ?? null,
    userArn: null,
  };
}

type Pair = [name: string, value: string];

function pairsOf(rawHeaders: readonly string[]): Pair[] {
  const pairs: Pair[] = [];
  for (let at = 0; at < rawHeaders.length; at += 2) {
    pairs.push([rawHeaders[at] ?? '', rawHeaders[at + 1] ?? '']);
  }
  return pairs;
}

function grouped(pairs: readonly Pair[]): Record<string, string[]> {
  const groups: Record<string, string[]> = Object.create(null) as Record<string, string[]>;
  for (const [name, value] of pairs) (groups[name] ??= []).push(value);
  return { ...groups };
}

/** `20/Nov/2026:21:58:00 +0000`, from milliseconds since the epoch. */
function commonLogTime(time: number): string {
  const [, day, month, year, clock] = new Date(time).toUTCString().split(' ');
  return `${day ?? ''}/${month ?? ''}/${year ?? ''}:${clock ?? ''} +0000`;
}
