import type { IncomingMessage, ServerResponse } from 'node:http';
import type { GatewayEvent } from '../../backend/http/request.ts';
import type { Clock } from '../clock.ts';
import { BodyTooLarge, hangUpAfter, readBody } from '../http/body.ts';
import { send } from '../http/answer.ts';
import type { Answer } from '../http/answer.ts';
import { logGatewayAnswer } from './access-log.ts';
import { failureOf, shapeOf } from './function-failure.ts';
import type { FunctionCall } from './function-failure.ts';
import { invoke } from './integration.ts';
import type { Outcome } from './integration.ts';
import type { Passage, RequestIds } from './passage.ts';
import { headBytes, largestHead, largestPayload } from './request-limits.ts';
import type { Route, Routes } from './routes.ts';
import type { TokenBucket } from '../token-bucket.ts';

/** An API behind the one door. */
export interface GatewayApi {
  /** `/api`: it and the paths below it are this API's. */
  root: string;
  handle(request: IncomingMessage, response: ServerResponse): Promise<void>;
}

/** What a kind of API Gateway answers itself. */
export interface KindAnswers {
  unknownRoute(request: IncomingMessage): Answer;
  headTooLong: Answer;
  tooManyRequests: Answer;
  requestTooLong: Answer;
  functionFailed: Answer;
  malformedAnswer: Answer;
  timedOut: Answer;
}

/** What REST APIs and HTTP APIs do differently. */
export interface ApiKind {
  answers: KindAnswers;
  /** How long a function may take, in milliseconds. */
  timeoutMs: number;
  newIds(): RequestIds;
  /** The headers that every answer carries. */
  idHeaders(ids: RequestIds): Readonly<Record<string, string>>;
  /** The answer to a preflight; undefined when this is none. `methods` are those of its path. */
  preflight(request: IncomingMessage, methods: () => readonly string[]): Answer | undefined;
  event(passage: Passage): GatewayEvent;
  /** Reads what a function answered; undefined when it is malformed. */
  read(answer: unknown): Answer | undefined;
  /** Adds or removes CORS headers. */
  withCors(answer: Answer, request: IncomingMessage, from: 'gateway' | 'function'): Answer;
}

/** What a gateway is made of. */
export interface GatewayParts {
  root: string;
  routes: Routes;
  kind: ApiKind;
  throttle: TokenBucket;
  clock: Clock;
}

/** Takes requests through an API: limits, route, throttle, authorizer, function. */
export class Gateway implements GatewayApi {
  readonly root: string;
  readonly #parts: GatewayParts;

  constructor(parts: GatewayParts) {
    this.root = parts.root;
    this.#parts = parts;
  }

  async handle(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const { kind } = this.#parts;
    const ids = kind.newIds();
    for (const [name, value] of Object.entries(kind.idHeaders(ids))) {
      response.setHeader(name, value);
    }
    const { answer, from } = await this.#answer(request, response, ids);
    if (from === 'gateway') logGatewayAnswer(request, answer);
    if (answer === kind.answers.requestTooLong) hangUpAfter(request, response);
    send(response, from === 'preflight' ? answer : kind.withCors(answer, request, from));
  }

  async #answer(
    request: IncomingMessage,
    response: ServerResponse,
    ids: RequestIds,
  ): Promise<Answered> {
    const { kind, routes, throttle } = this.#parts;
    const { answers } = kind;
    if (headBytes(request) > largestHead) return byGateway(answers.headTooLong);
    const url = new URL(`http://${request.headers.host ?? 'localhost'}${request.url ?? '/'}`);
    const preflight = kind.preflight(request, () => routes.methodsAt(url.pathname));
    if (preflight) return { answer: preflight, from: 'preflight' };
    const route = routes.find(request.method ?? 'GET', url.pathname);
    if (!route) return byGateway(answers.unknownRoute(request));
    if (!throttle.admits()) return byGateway(answers.tooManyRequests);
    const decision = route.decide(request.headers.authorization);
    if ('refusal' in decision) return byGateway(decision.refusal);
    const passage = { request, ids, url, receivedAt: this.#parts.clock.now(), ...decision };
    return this.#pass(route, passage, response);
  }

  async #pass(route: Route, arrival: Arrival, response: ServerResponse): Promise<Answered> {
    const { kind, routes } = this.#parts;
    const { answers } = kind;
    const { pathname } = arrival.url;
    const body = await payloadOf(arrival.request, response);
    if (!body) return byGateway(answers.requestTooLong);
    const event = kind.event({
      ...arrival,
      path: routes.pathOf(pathname),
      method: route.method,
      template: route.template,
      pathParameters: routes.parametersIn(route, pathname),
      body,
    });
    const { handler, title } = route.function;
    const outcome = await invoke(handler, event, kind.timeoutMs);
    return answeredBy(kind, { title, request: arrival.request, body }, outcome);
  }
}

/** Who answered: for CORS it makes a difference. */
interface Answered {
  answer: Answer;
  from: 'gateway' | 'function' | 'preflight';
}

type Arrival = Pick<Passage, 'request' | 'ids' | 'url' | 'receivedAt' | 'admission'>;

const byGateway = (answer: Answer): Answered => ({ answer, from: 'gateway' });

/** What the caller gets of a function, or of the gateway where that failed. */
function answeredBy(kind: ApiKind, call: FunctionCall, outcome: Outcome): Answered {
  const { answers } = kind;
  if (outcome.kind === 'timed-out') return byGateway(because(answers.timedOut, call.title));
  if (outcome.kind === 'failed') {
    return byGateway(because(answers.functionFailed, failureOf(call, outcome.problem)));
  }
  const answer = kind.read(outcome.answer);
  if (!answer) {
    const what = `${call.title} answered ${shapeOf(outcome.answer)}`;
    return byGateway(because(answers.malformedAnswer, what));
  }
  const { failure } = outcome;
  const isFailure = answer.status >= 500 && failure !== undefined;
  return {
    answer: isFailure ? { ...answer, reason: failureOf(call, failure.problem) } : answer,
    from: 'function',
  };
}

/** An answer of the gateway's own, with what is special about this one before what is always so. */
const because = ({ reason = '', ...answer }: Answer, what: string): Answer => ({
  ...answer,
  reason: [what, reason].filter(Boolean).join(': '),
});

async function payloadOf(
  request: IncomingMessage,
  response: ServerResponse,
): Promise<Buffer | undefined> {
  try {
    return await readBody(request, response, largestPayload);
  } catch (problem) {
    // The one failure that has an answer; a broken connection has nobody to answer to.
    if (problem instanceof BodyTooLarge) return undefined;
    throw problem;
  }
}
