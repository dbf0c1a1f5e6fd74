import type { APIGatewayProxyEvent, APIGatewayProxyResult } from 'aws-lambda';
import { answer } from './answer.ts';
import { HttpProblem } from './problem.ts';
import { logRequest } from './request-log.ts';

/** What Lambda calls behind a REST API with proxy integration. */
export type Handler = (event: APIGatewayProxyEvent) => Promise<APIGatewayProxyResult>;

/** One operation: parses the event, applies a rule, answers. May throw `HttpProblem`. */
export type Operation = (
  event: APIGatewayProxyEvent,
) => APIGatewayProxyResult | Promise<APIGatewayProxyResult>;

/** Makes an operation a handler: problems become answers, and every request leaves one line in the log. */
export function handlerFor(operationId: string, operation: Operation): Handler {
  return async (event) => {
    const started = performance.now();
    const { result, failure } = await outcomeOf(operation, event);
    logRequest({
      operationId,
      status: result.statusCode,
      ms: Math.round(performance.now() - started),
      requestId: event.requestContext.requestId,
      caller: subjectOf(event),
      failure,
    });
    return result;
  };
}

/** The moment the gateway received the request, in milliseconds since the epoch. */
export const timeOf = (event: APIGatewayProxyEvent): number =>
  event.requestContext.requestTimeEpoch;

interface Outcome {
  result: APIGatewayProxyResult;
  failure?: string;
}

async function outcomeOf(operation: Operation, event: APIGatewayProxyEvent): Promise<Outcome> {
  try {
    return { result: await operation(event) };
  } catch (problem) {
    if (problem instanceof HttpProblem) {
      const { status, message, field } = problem;
      return { result: answer(status, field === undefined ? { message } : { message, field }) };
    }
    // Anything else is our fault: the caller gets no details, the log gets all of them.
    const message = 'Something went wrong on our side. Please try again.';
    return { result: answer(500, { message }), failure: stackOf(problem) };
  }
}

const stackOf = (problem: unknown): string =>
  problem instanceof Error ? (problem.stack ?? problem.message) : String(problem);

function subjectOf(event: APIGatewayProxyEvent): string | undefined {
  const claims: unknown = event.requestContext.authorizer?.['claims'];
  const { sub } = (claims ?? {}) as Record<string, unknown>;
  return typeof sub === 'string' ? sub : undefined;
}
