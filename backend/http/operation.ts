import type { APIGatewayProxyResult } from 'aws-lambda';
import { type Admitted, type OperationId, admit } from './admission.ts';
import { answer } from './answer.ts';
import { operationFailures } from './operation-failures.ts';
import type { OperationFailure } from './operation-failures.ts';
import { HttpProblem } from './problem.ts';
import { logRequest } from './request-log.ts';
import { readRequest } from './request.ts';
import type { GatewayEvent, HttpRequest } from './request.ts';

/** What Lambda calls behind a REST or an HTTP API with proxy integration. */
export type Handler = (event: GatewayEvent) => Promise<APIGatewayProxyResult>;

/** One operation: reads what was admitted, applies a rule of the paper, answers. May throw `HttpProblem`. */
type Operation<Id extends OperationId> = (
  admitted: Admitted<Id>,
) => APIGatewayProxyResult | Promise<APIGatewayProxyResult>;

/**
 * Makes an operation of the contract a handler: what the contract refuses does not reach the operation, problems become answers, and
 * every request leaves one line in the log.
 */
export function handlerFor<Id extends OperationId>(
  operationId: Id,
  operation: Operation<Id>,
): Handler {
  return async (event) => {
    const started = performance.now();
    const request = readRequest(event);
    const { result, failure } = await outcomeOf(() => operation(admit(operationId, request)));
    logRequest({
      operationId,
      status: result.statusCode,
      ms: Math.round(performance.now() - started),
      requestId: request.id,
      caller: subjectOf(request),
      failure,
    });
    return result;
  };
}

interface Outcome {
  result: APIGatewayProxyResult;
  failure?: string;
}

async function outcomeOf(
  work: () => APIGatewayProxyResult | Promise<APIGatewayProxyResult>,
): Promise<Outcome> {
  try {
    return { result: await work() };
  } catch (problem) {
    if (problem instanceof HttpProblem) {
      const { status, message, field } = problem;
      return { result: answer(status, field === undefined ? { message } : { message, field }) };
    }
    // Anything else is our fault: the caller gets no details, the log gets all of them.
    operationFailures.publish({ problem } satisfies OperationFailure);
    const message = 'Something went wrong on our side. Please try again.';
    return { result: answer(500, { message }), failure: stackOf(problem) };
  }
}

const stackOf = (problem: unknown): string =>
  problem instanceof Error ? (problem.stack ?? problem.message) : String(problem);

function subjectOf({ claims }: HttpRequest): string | undefined {
  const sub = claims?.['sub'];
  return typeof sub === 'string' ? sub : undefined;
}
