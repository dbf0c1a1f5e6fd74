import type { APIGatewayProxyResult } from 'aws-lambda';
import { createHash, randomUUID } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
// Only the router: the package's own index also loads validators and mocks that a gateway has no use for.
import { OpenAPIRouter } from 'openapi-backend/router.js';
import type { Operation } from 'openapi-backend/router.js';
import { largestBody } from '../../backend/http/body.ts';
import type { Clock } from '../clock.ts';
import { BodyTooLarge, hangUpAfter, readBody } from '../http/body.ts';
import type { Contract } from './contract.ts';
import { identify, sendGatewayResponse, sendPreflight, sendResult } from './gateway-answer.ts';
import {
  incompleteSignature,
  integrationFailure,
  missingAuthenticationToken,
  requestTooLong,
} from './gateway-response.ts';
import type { GatewayResponse } from './gateway-response.ts';
import { loadHandlers } from './handlers.ts';
import type { Handler } from './handlers.ts';
import { operationSecurity } from './operation-security.ts';
import type { OperationSecurity } from './operation-security.ts';
import { pathParameters } from './path-parameters.ts';
import { proxyEvent } from './proxy-event.ts';
import { RestAuthorizer } from './rest-authorizer.ts';
import type { RestDecision } from './rest-authorizer.ts';
import type { References } from './trusted-pool.ts';

const methods = ['GET', 'PUT', 'POST', 'DELETE', 'PATCH'];

/** A contract served as API Gateway serves a REST API. */
export interface RestApi {
  /** `/api`: the paths below it are this API's. */
  stage: string;
  handle(request: IncomingMessage, response: ServerResponse): Promise<void>;
}

/** Everything a REST API is made of. */
export interface RestApiParts {
  contract: Contract;
  /** What the `${…}` of the contract's authorizers stand for. */
  references: References;
  /** Where the operations' handlers are, one file each. */
  handlers: URL;
  clock: Clock;
}

/** Loads the handlers and checks that every operation can be served; throws naming one that cannot. */
export async function openRestApi(parts: RestApiParts): Promise<RestApi> {
  const { stage, definition } = parts.contract;
  const router = new OpenAPIRouter({ definition, apiRoot: stage });
  const operations = router.getOperations();
  const locks = locksOf(operations, parts);
  const ids = operations.map((operation) => operation.operationId ?? operation.path);
  const handlers = await loadHandlers(ids, parts.handlers);
  const passages = new Passages(router, handlers, locks, parts);
  return { stage, handle: (request, response) => passages.handle(request, response) };
}

/** Decides on a request's `Authorization` header. */
type Lock = (authorization: string | undefined) => RestDecision | { claims: undefined };

/** By route. One authorizer per security scheme, as API Gateway makes them. */
function locksOf(
  operations: readonly Operation[],
  { contract, references, clock }: RestApiParts,
): Map<string, Lock> {
  const authorizers = new Map<string, RestAuthorizer>();
  const lockFrom = (security: OperationSecurity): Lock => {
    if (security.kind === 'open') return () => ({ claims: undefined });
    const { authorizer: settings, scopes } = security;
    const authorizer = authorizers.get(settings.name) ?? new RestAuthorizer(settings, clock);
    authorizers.set(settings.name, authorizer);
    return (authorization) => authorizer.decide(authorization, scopes);
  };
  return new Map(
    operations.map((operation) => {
      const security = operationSecurity(operation, contract.definition, references);
      return [routeKey(operation), lockFrom(security)];
    }),
  );
}

class Passages {
  readonly #router: OpenAPIRouter;
  readonly #handlers: Map<string, Handler>;
  readonly #locks: Map<string, Lock>;
  readonly #parts: RestApiParts;

  constructor(
    router: OpenAPIRouter,
    handlers: Map<string, Handler>,
    locks: Map<string, Lock>,
    parts: RestApiParts,
  ) {
    this.#router = router;
    this.#handlers = handlers;
    this.#locks = locks;
    this.#parts = parts;
  }

  async handle(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const requestId = randomUUID();
    identify(response, requestId);
    const url = new URL(`http://${request.headers.host ?? 'localhost'}${request.url ?? '/'}`);
    if (request.method === 'OPTIONS') {
      this.#preflight(url, response);
      return;
    }
    const operation = this.#match(request.method ?? 'GET', url);
    const outcome = operation
      ? await this.#run(operation, request, url, requestId)
      : unknownRoute(request);
    if ('statusCode' in outcome) {
      sendResult(response, outcome);
      return;
    }
    if (outcome === requestTooLong) hangUpAfter(request, response);
    sendGatewayResponse(response, outcome);
  }

  async #run(
    operation: Operation,
    request: IncomingMessage,
    url: URL,
    requestId: string,
  ): Promise<APIGatewayProxyResult | GatewayResponse> {
    const receivedAt = this.#parts.clock.now();
    const lock = this.#locks.get(routeKey(operation));
    const decision = lock?.(request.headers.authorization);
    if (!decision) return integrationFailure;
    if ('refusal' in decision) return decision.refusal;
    const { stage } = this.#parts.contract;
    try {
      const event = proxyEvent({
        request,
        requestId,
        receivedAt,
        url,
        stage,
        resource: operation.path,
        pathParameters: pathParameters(operation.path, url.pathname.slice(stage.length)),
        body: await readBody(request, largestBody),
        claims: decision.claims,
      });
      const handler = this.#handlers.get(operation.operationId ?? operation.path);
      return (await handler?.(event)) ?? integrationFailure;
    } catch (problem) {
      if (problem instanceof BodyTooLarge) return requestTooLong;
      // A function that throws is a defect: AWS tells the caller nothing and logs it, so do we.
      console.error(problem);
      return integrationFailure;
    }
  }

  #preflight(url: URL, response: ServerResponse): void {
    const allowed = methods.filter((method) => this.#match(method, url));
    if (allowed.length > 0) sendPreflight(response, allowed);
    else sendGatewayResponse(response, missingAuthenticationToken);
  }

  #match(method: string, url: URL): Operation | undefined {
    return this.#router.matchOperation({ method, path: url.pathname, headers: {} });
  }
}

const routeKey = ({ method, path }: Operation): string => `${method.toUpperCase()} ${path}`;

function unknownRoute(request: IncomingMessage): GatewayResponse {
  const { authorization } = request.headers;
  if (!authorization) return missingAuthenticationToken;
  return incompleteSignature(createHash('sha256').update(authorization).digest('base64'));
}
