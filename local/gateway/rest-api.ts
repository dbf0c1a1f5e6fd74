import type { APIGatewayProxyResult } from 'aws-lambda';
import { createHash, randomUUID } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
// Only the router: the package's own index also loads validators and mocks that a gateway has no use for.
import { OpenAPIRouter } from 'openapi-backend/router.js';
import type { Operation } from 'openapi-backend/router.js';
import { largestBody } from '../../backend/http/body.ts';
import type { Clock } from '../clock.ts';
import { BodyTooLarge, hangUpAfter, readBody } from '../http/body.ts';
import type { CognitoAuthorizer } from './cognito-authorizer.ts';
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
import { pathParameters } from './path-parameters.ts';
import { proxyEvent } from './proxy-event.ts';

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
  authorizer: CognitoAuthorizer;
  /** Where the operations' handlers are, one file each. */
  handlers: URL;
  clock: Clock;
}

/** Loads the handlers and checks that every operation can be served; throws naming one that cannot. */
export async function openRestApi(parts: RestApiParts): Promise<RestApi> {
  const { stage, definition } = parts.contract;
  const router = new OpenAPIRouter({ definition, apiRoot: stage });
  const operations = router.getOperations();
  for (const operation of operations) expectKnownSecurity(operation);
  const ids = operations.map((operation) => operation.operationId ?? operation.path);
  const handlers = await loadHandlers(ids, parts.handlers);
  const passages = new Passages(router, handlers, parts);
  return { stage, handle: (request, response) => passages.handle(request, response) };
}

/** Methods with scopes want access tokens: not emulated, so no contract with them starts. */
function expectKnownSecurity({ operationId, security = [] }: Operation): void {
  if (security.some((requirement) => Object.values(requirement).flat().length > 0)) {
    throw new Error(`${operationId ?? ''} wants scopes, which this gateway does not emulate yet.`);
  }
}

class Passages {
  readonly #router: OpenAPIRouter;
  readonly #handlers: Map<string, Handler>;
  readonly #parts: RestApiParts;

  constructor(router: OpenAPIRouter, handlers: Map<string, Handler>, parts: RestApiParts) {
    this.#router = router;
    this.#handlers = handlers;
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
    const decision = isPublic(operation)
      ? { claims: undefined }
      : this.#parts.authorizer.decide(request.headers.authorization);
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

const isPublic = ({ security = [] }: Operation): boolean => security.length === 0;

function unknownRoute(request: IncomingMessage): GatewayResponse {
  const { authorization } = request.headers;
  if (!authorization) return missingAuthenticationToken;
  return incompleteSignature(createHash('sha256').update(authorization).digest('base64'));
}
