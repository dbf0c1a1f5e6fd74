import { cognitoError } from '../cognito-error.ts';
import type { CognitoError } from '../cognito-error.ts';
import { MOST_PASSKEYS } from './passkeys.ts';

/** The type is AWS's, its words are not published. */
export function tooManyPasskeys(): CognitoError {
  return cognitoError(
    'LimitExceededException',
    `A user can have at most ${String(MOST_PASSKEYS)} passkeys.`,
  );
}
