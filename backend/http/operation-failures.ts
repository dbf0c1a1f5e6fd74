import { channel } from 'node:diagnostics_channel';

/** An operation that ended in an error that nobody expected. */
export interface OperationFailure {
  problem: unknown;
}

/**
 * Where each such error is announced within the process, as `OperationFailure`, in the asynchronous context of its request. The
 * caller is told nothing of it, and in a Lambda function nobody listens.
 */
export const operationFailures = channel('presspass:operation-failed');
