import type { StateDatabase } from '../state/state-database.ts';
import { CognitoError } from './cognito-error.ts';
import { OAuthError } from './oauth/oauth-error.ts';
import { Redirection } from './oauth/redirection.ts';
import type { Operation, Services, Transaction, WholeOperation } from './services.ts';

/** Transactions of a database, as the user pools want them. */
export function transactionsOf(database: StateDatabase): Transaction {
  return (work) => {
    const outcome = database.transaction(() => outcomeOf(work));
    if ('refusal' in outcome) throw outcome.refusal;
    return outcome.result;
  };
}

/** An operation that waits for nothing, as one transaction. */
export function whole(operation: WholeOperation): Operation {
  return (services: Services, input) => services.transaction(() => operation(services, input));
}

const refusals = [CognitoError, OAuthError, Redirection];

function outcomeOf<Result>(work: () => Result): { result: Result } | { refusal: Error } {
  try {
    return { result: work() };
  } catch (problem) {
    // A refusal is an answer; anything else is not.
    const isRefusal = refusals.some((kind) => problem instanceof kind);
    if (isRefusal && problem instanceof Error) return { refusal: problem };
    throw problem;
  }
}
