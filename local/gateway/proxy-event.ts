import type { APIGatewayProxyEvent } from 'aws-lambda';
import type { IncomingMessage } from 'node:http';
import { commonLogTime, grouped, headerPairs } from './passage.ts';
import type { Passage } from './passage.ts';

/** The event of a Lambda proxy integration (AWS: "Input format of a Lambda function for proxy integration"). */
export function proxyEvent(passage: Passage, stage: string): APIGatewayProxyEvent {
  const { request, url, path, method, template, pathParameters, body } = passage;
  const headers = headerPairs(request);
  const query = [...url.searchParams];
  const hasParameters = Object.keys(pathParameters).length > 0;
  return {
    resource: template,
    path,
    httpMethod: method,
    headers: Object.fromEntries(headers),
    multiValueHeaders: grouped(headers),
    queryStringParameters: query.length > 0 ? Object.fromEntries(query) : null,
    multiValueQueryStringParameters: query.length > 0 ? grouped(query) : null,
    pathParameters: hasParameters ? pathParameters : null,
    stageVariables: null,
    requestContext: requestContext(passage, stage),
    body: body.length > 0 ? body.toString('utf8') : null,
    isBase64Encoded: false,
  };
}

function requestContext(passage: Passage, stage: string): APIGatewayProxyEvent['requestContext'] {
  const { request, ids, receivedAt, url, method, template, admission } = passage;
  return {
    accountId: '000000000000',
    apiId: 'local',
    // A copy: what a function does with its event must not reach the claims of the next request.
    authorizer: admission && { claims: { ...admission.claims } },
    domainName: url.host,
    extendedRequestId: ids.extendedRequestId,
    httpMethod: method,
    identity: identityOf(request),
    path: url.pathname,
    protocol: `HTTP/${request.httpVersion}`,
    requestId: ids.requestId,
    requestTime: commonLogTime(receivedAt),
    requestTimeEpoch: receivedAt,
    resourceId: `${method} ${template}`,
    resourcePath: template,
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
