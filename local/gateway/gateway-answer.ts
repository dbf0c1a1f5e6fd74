import type { APIGatewayProxyResult } from 'aws-lambda';
import type { ServerResponse } from 'node:http';
import type { GatewayResponse } from './gateway-response.ts';

/** Headers that scripts of other origins may read. */
const exposed = 'ETag,x-amzn-RequestId,x-amzn-ErrorType,x-amz-apigw-id,x-presspass-reason';

/** The ids that API Gateway puts on every answer. */
export function identify(response: ServerResponse, requestId: string): void {
  response.setHeader('x-amzn-RequestId', requestId);
  response.setHeader('x-amz-apigw-id', Buffer.from(requestId).toString('base64url').slice(0, 15));
}

/**
 * Sends a gateway response. With CORS: without it a browser would hide status and body from the
 * page (AWS: "Enabling CORS for a REST API resource").
 */
export function sendGatewayResponse(response: ServerResponse, answer: GatewayResponse): void {
  const { status, message, errorType, reason } = answer;
  response.setHeader('Content-Type', 'application/json');
  response.setHeader('x-amzn-ErrorType', errorType);
  response.setHeader('Access-Control-Allow-Origin', '*');
  response.setHeader('Access-Control-Expose-Headers', exposed);
  if (reason) response.setHeader('x-presspass-reason', reason.replace(/[^\x20-\x7e]/g, ' '));
  response.writeHead(status).end(JSON.stringify({ message }));
}

/** Answers a preflight; it never meets an authorizer. */
export function sendPreflight(response: ServerResponse, methods: readonly string[]): void {
  response.setHeader('Access-Control-Allow-Origin', '*');
  response.setHeader('Access-Control-Allow-Methods', [...methods, 'OPTIONS'].join(','));
  response.setHeader('Access-Control-Allow-Headers', 'Authorization,Content-Type,If-None-Match');
  response.setHeader('Access-Control-Max-Age', '600');
  response.writeHead(204).end();
}

/** Sends what a function answered. */
export function sendResult(response: ServerResponse, result: APIGatewayProxyResult): void {
  for (const [name, value] of Object.entries(result.headers ?? {})) {
    response.setHeader(name, String(value));
  }
  for (const [name, values] of Object.entries(result.multiValueHeaders ?? {})) {
    response.setHeader(name, values.map(String));
  }
  const body = Buffer.from(result.body, result.isBase64Encoded ? 'base64' : 'utf8');
  response.writeHead(result.statusCode).end(body.length > 0 ? body : undefined);
}
