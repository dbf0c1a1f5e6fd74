import type { IncomingMessage } from 'node:http';
import { allowedHeaders, exposedHeaders, preflightSeconds } from '../../contract/cross-origin.ts';
import type { Clock } from '../clock.ts';
import type { Answer } from '../http/answer.ts';
import type { Contract } from './contract.ts';
import type { CorsMode } from './cors.ts';
import { httpAnswer } from './function-answer.ts';
import { Gateway } from './gateway.ts';
import type { ApiKind, GatewayApi } from './gateway.ts';
import { newGatewayId } from './gateway-id.ts';
import { httpEvent } from './http-event.ts';
import { httpAnswers } from './http-responses.ts';
import { JwtAuthorizer } from './jwt-authorizer.ts';
import type { AuthorizerSettings } from './operation-security.ts';
import { Routes } from './routes.ts';
import type { TokenBucket } from '../token-bucket.ts';
import type { References, TrustedPool } from './trusted-pool.ts';

/** Where the stand-in has the API's domain; its stage is `$default`, so there is no other prefix. */
const root = '/http-api';

/** AWS: "Amazon API Gateway quotas", maximum integration timeout of HTTP APIs. */
const longestTimeoutMs = 30_000;

/** Everything an HTTP API is made of. */
export interface HttpApiParts {
  contracts: readonly Contract[];
  /** What the `${…}` of the contracts' authorizers stand for. */
  references: References;
  /** For each security scheme with several pools the placeholder of the one that issues: a JWT authorizer has one issuer. */
  issuers: Readonly<Record<string, string>>;
  /** Where the operations' handlers are, one file each. */
  handlers: URL;
  clock: Clock;
  throttle: TokenBucket;
  cors: CorsMode;
  /** Milliseconds; API Gateway's own unless given. */
  timeoutMs?: number;
}

/** Serves contracts as API Gateway serves an HTTP API. Checks that every operation can be served; throws naming one that cannot. */
export async function openHttpApi(parts: HttpApiParts): Promise<GatewayApi> {
  const { clock, throttle, issuers } = parts;
  const routes = await Routes.load(root, {
    ...parts,
    authorizer: (settings) => new JwtAuthorizer(issuerAmong(settings, issuers), clock),
  });
  return new Gateway({ root, routes, kind: httpKind(parts), throttle, clock });
}

function issuerAmong(
  { name, pools }: AuthorizerSettings,
  issuers: HttpApiParts['issuers'],
): TrustedPool {
  const [first, ...others] = Object.keys(pools);
  const pool = pools[(others.length > 0 ? issuers[name] : first) ?? ''];
  if (pool) return pool;
  throw new Error(`A JWT authorizer has one issuer, and nobody says which pool it is for ${name}.`);
}

function httpKind({ cors, throttle, timeoutMs = longestTimeoutMs }: HttpApiParts): ApiKind {
  return {
    answers: httpAnswers(throttle.limits, timeoutMs),
    timeoutMs,
    newIds: () => {
      const requestId = newGatewayId();
      return { requestId, extendedRequestId: requestId };
    },
    idHeaders: ({ requestId }) => ({ 'apigw-requestid': requestId }),
    preflight: (request, methods) =>
      cors === 'open' && isPreflight(request) ? preflight(methods()) : undefined,
    event: httpEvent,
    read: httpAnswer,
    withCors: (answer, request) => (cors === 'open' ? withGatewayCors(answer, request) : answer),
  };
}

const isPreflight = ({ method, headers }: IncomingMessage): boolean =>
  method === 'OPTIONS' && 'origin' in headers && 'access-control-request-method' in headers;

/** Answered even where no route is (AWS: "Configure CORS for HTTP APIs in API Gateway"). */
const preflight = (methods: readonly string[]): Answer => ({
  status: 204,
  headers: {
    'access-control-allow-origin': '*',
    'access-control-allow-methods': [...methods, 'OPTIONS'].join(','),
    'access-control-allow-headers': allowedHeaders.join(','),
    'access-control-max-age': String(preflightSeconds),
  },
  body: '',
});

/** The function's own CORS headers are ignored, and the gateway's take their place (the same page). */
function withGatewayCors(answer: Answer, { headers: { origin } }: IncomingMessage): Answer {
  const others = Object.entries(answer.headers).filter(
    ([name]) => !name.startsWith('access-control-'),
  );
  const cors = {
    'access-control-allow-origin': '*',
    'access-control-expose-headers': exposedHeaders.http.join(','),
  };
  const headers = { ...Object.fromEntries(others), ...(origin === undefined ? {} : cors) };
  return { ...answer, headers };
}
