import { randomUUID } from 'node:crypto';
import { allowedHeaders, exposedHeaders, preflightSeconds } from '../../contract/cross-origin.ts';
import type { Clock } from '../clock.ts';
import type { Answer } from '../http/answer.ts';
import type { Contract } from './contract.ts';
import type { CorsMode } from './cors.ts';
import { restAnswer } from './function-answer.ts';
import { Gateway } from './gateway.ts';
import type { ApiKind, GatewayApi } from './gateway.ts';
import { newGatewayId } from './gateway-id.ts';
import { proxyEvent } from './proxy-event.ts';
import { RestAuthorizer } from './rest-authorizer.ts';
import { restAnswers } from './rest-responses.ts';
import { Routes } from './routes.ts';
import type { TokenBucket } from '../token-bucket.ts';
import type { References } from './trusted-pool.ts';

/** AWS: "Amazon API Gateway quotas", integration timeout of REST APIs; the longest without asking. */
const longestTimeoutMs = 29_000;

/** Everything a REST API is made of. */
export interface RestApiParts {
  contract: Contract;
  /** What the `${…}` of the contract's authorizers stand for. */
  references: References;
  /** Where the operations' handlers are, one file each. */
  handlers: URL;
  clock: Clock;
  throttle: TokenBucket;
  cors: CorsMode;
  /** Milliseconds; API Gateway's own unless given. */
  timeoutMs?: number;
}

/**
 * Serves a contract as API Gateway serves a REST API, below its stage. Checks that every operation can be served; throws
 * naming one that cannot.
 */
export async function openRestApi(parts: RestApiParts): Promise<GatewayApi> {
  const { contract, references, handlers, clock, throttle } = parts;
  const routes = await Routes.load(contract.stage, {
    contracts: [contract],
    references,
    handlers,
    authorizer: (settings) => new RestAuthorizer(settings, clock),
  });
  return new Gateway({ root: contract.stage, routes, kind: restKind(parts), throttle, clock });
}

function restKind(parts: RestApiParts): ApiKind {
  const { contract, cors, throttle, timeoutMs = longestTimeoutMs } = parts;
  return {
    answers: restAnswers(throttle.limits, timeoutMs),
    timeoutMs,
    newIds: () => ({
      requestId: randomUUID(),
      extendedRequestId: newGatewayId(),
    }),
    idHeaders: ({ requestId, extendedRequestId }) => ({
      'x-amzn-RequestId': requestId,
      'x-amz-apigw-id': extendedRequestId,
    }),
    preflight: ({ method }, methods) => (method === 'OPTIONS' ? preflight(methods()) : undefined),
    event: (passage) => proxyEvent(passage, contract.stage),
    read: restAnswer,
    withCors: (answer, _request, from) =>
      from === 'gateway' && cors === 'open' ? readableAnywhere(answer) : answer,
  };
}

/** OPTIONS is a method of the API, without authorizer; it is there in both modes. */
function preflight(methods: readonly string[]): Answer | undefined {
  if (methods.length === 0) return undefined;
  return {
    status: 204,
    headers: {
      'access-control-allow-origin': '*',
      'access-control-allow-methods': [...methods, 'OPTIONS'].join(','),
      'access-control-allow-headers': allowedHeaders.join(','),
      'access-control-max-age': String(preflightSeconds),
    },
    body: '',
  };
}

/** Functions send CORS headers themselves; gateway responses have them only where somebody has put them. */
const readableAnywhere = (answer: Answer): Answer => ({
  ...answer,
  headers: {
    'access-control-allow-origin': '*',
    'access-control-expose-headers': exposedHeaders.rest.join(','),
    ...answer.headers,
  },
});
