import { randomUUID } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { NoRoomForBody } from '../http/body-room.ts';
import { BodyTooLarge, SenderGone, hangUpAfter, readBody } from '../http/body.ts';
import { failureReason } from '../http/failure-reason.ts';
import { textsIn } from '../http/without-secrets.ts';
import { NotWritten } from '../state/unusable-state.ts';
import { CognitoError } from '../user-pool/cognito-error.ts';
import type { UserPools } from '../user-pool/user-pools.ts';
import { allowAnyOrigin, jsonProtocol, sendAwsError } from './aws-error.ts';
import type { AwsError } from './aws-error.ts';

/** The most bytes a request to a user pool may have: 1 MB. */
const largestBody = 1024 * 1024;

/** Answers one request to a user pool, in the words and shapes of AWS's own endpoint. */
export async function answerCognito(
  userPools: UserPools,
  operation: string,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  allowAnyOrigin(response);
  let input: unknown;
  try {
    input = parsed(await readBody(request, response, largestBody));
    const output = await userPools.perform(operation, input);
    response.setHeader('Content-Type', jsonProtocol);
    response.setHeader('x-amzn-RequestId', randomUUID());
    response.setHeader('Cache-Control', 'no-store');
    response.writeHead(200).end(JSON.stringify(output));
  } catch (problem) {
    if (problem instanceof SenderGone || problem instanceof NoRoomForBody) throw problem;
    // Whatever else went wrong, the caller gets an error that the AWS SDKs understand.
    if (problem instanceof BodyTooLarge) hangUpAfter(request, response);
    sendAwsError(response, awsErrorOf(problem, operation, input));
  }
}

/** Answers the browser's question whether a page may call: with the headers that Amplify and the SDK send. */
export function answerPreflight(response: ServerResponse): void {
  allowAnyOrigin(response);
  response.setHeader('Access-Control-Allow-Methods', 'POST,OPTIONS');
  response.setHeader(
    'Access-Control-Allow-Headers',
    'Authorization,Cache-Control,Content-Type,X-Amz-Target,X-Amz-User-Agent,X-Amz-Date,' +
      'X-Amz-Security-Token,amz-sdk-invocation-id,amz-sdk-request',
  );
  response.setHeader('Access-Control-Max-Age', '600');
  response.writeHead(200).end();
}

function parsed(body: Buffer): unknown {
  try {
    const input: unknown = JSON.parse(body.toString('utf8'));
    if (typeof input === 'object' && input !== null && !Array.isArray(input)) return input;
  } catch {
    // The same answer as for JSON that is no object.
  }
  throw new CognitoError('SerializationException', 'The request body is not a JSON object.');
}

function awsErrorOf(problem: unknown, operation: string, input: unknown): AwsError {
  if (problem instanceof CognitoError) return problem;
  if (problem instanceof BodyTooLarge) {
    return { status: 413, type: 'RequestEntityTooLargeException', message: problem.message };
  }
  if (problem instanceof NotWritten) {
    console.error(problem.message);
    return { status: 500, type: 'InternalErrorException', message: problem.message };
  }
  // A defect of the stand-in: say so loudly here, and to the caller as AWS would.
  console.error(problem);
  return {
    status: 500,
    type: 'InternalErrorException',
    message: 'Something went wrong',
    reason: `${operation} failed: ${failureReason(problem, textsIn(input))}`,
  };
}
