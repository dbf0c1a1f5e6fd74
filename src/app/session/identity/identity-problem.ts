import { HttpErrorResponse } from '@angular/common/http';
import { toApiProblem } from '../../shared/api-problem';
import { Problem } from '../../shared/problem';

export type IdentityProblemKind =
  | 'already-confirmed'
  | 'not-confirmed'
  | 'wrong-password'
  | 'weak-password'
  | 'account-exists'
  | 'wrong-code'
  | 'expired-code'
  | 'too-many-attempts'
  | 'expired'
  | 'reset-required'
  | 'cancelled'
  | 'unsupported'
  | 'refused'
  | 'invalid'
  | 'unreachable'
  | 'broken';

/** A failure of signing up, confirming or signing in, in words that say what to do. */
export class IdentityProblem extends Problem {
  override readonly name = 'IdentityProblem';

  constructor(
    readonly kind: IdentityProblemKind,
    message: string,
    options?: ErrorOptions,
  ) {
    super(message, options);
  }
}

/** What an error of Cognito, of Amplify or of the network means to the person in front of it. */
export function toIdentityProblem(error: unknown): IdentityProblem {
  if (error instanceof IdentityProblem) return error;
  if (error instanceof HttpErrorResponse && error.status === 503) {
    return new IdentityProblem('unreachable', toApiProblem(error).message, { cause: error });
  }
  const { name, message } = describe(error);
  const entry = catalogue.find((one) => one.name.test(name) && (one.message ?? /^/).test(message));
  const { kind, words } = entry ?? unknown;
  return new IdentityProblem(kind, words, { cause: error });
}

interface Entry {
  readonly name: RegExp;
  /** Cognito gives one name to many failures; only the message tells them apart. */
  readonly message?: RegExp;
  readonly kind: IdentityProblemKind;
  readonly words: string;
}

const unknown = {
  kind: 'broken',
  words: 'That did not work, and it is not your fault. Please try again in a moment.',
} as const;

const tooMany = {
  kind: 'too-many-attempts',
  words: 'That was tried too often. Wait a few minutes, then try again.',
} as const;

const alreadyConfirmed = {
  kind: 'already-confirmed',
  words: 'This account is confirmed already. Sign in to go on.',
} as const;

const unreachable = {
  kind: 'unreachable',
  words: 'The sign-in server cannot be reached. Check your connection, then try again.',
} as const;

/**
 * The first entry that fits counts. Names and messages as Cognito sends them:
 * https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/CommonErrors.html
 */
const catalogue: readonly Entry[] = [
  {
    name: /^UserAlreadyAuthenticatedException$/,
    kind: 'refused',
    words: 'Somebody is signed in in this browser already. Reload the page to go on.',
  },
  {
    name: /^NotAuthorizedException$/,
    message: /current status is confirmed/i,
    ...alreadyConfirmed,
  },
  {
    name: /^InvalidParameterException$/,
    message: /already confirmed/i,
    ...alreadyConfirmed,
  },
  {
    name: /^UserNotConfirmedException$/,
    kind: 'not-confirmed',
    words: 'This account is not confirmed yet. Enter the code that we e-mailed to you.',
  },
  {
    name: /^NotAuthorizedException$/,
    message: /attempts exceeded/i,
    kind: 'too-many-attempts',
    words:
      'That was tried too often. Wait a moment: each wrong password makes the pause longer, up to a quarter of an hour. If you have forgotten it, reset it.',
  },
  { name: /^(LimitExceeded|TooManyRequests|TooManyFailedAttempts)Exception$/, ...tooMany },
  {
    name: /^(NotAuthorized|UserNotFound)Exception$/,
    message: /incorrect username or password|user does not exist|incorrect username/i,
    kind: 'wrong-password',
    words: 'This e-mail address and password do not belong together. Check both, then try again.',
  },
  {
    name: /^NotAuthorizedException$/,
    message: /user is disabled/i,
    kind: 'refused',
    words: 'This account has been switched off. Please write to the editors.',
  },
  {
    name: /^NotAuthorizedException$/,
    message: /temporary password has expired/i,
    kind: 'refused',
    words: 'Your first password is too old. Please ask the editors for a new one.',
  },
  {
    name: /^NotAuthorizedException$/,
    message: /signup is not permitted/i,
    kind: 'refused',
    words: 'New accounts cannot be made here at the moment.',
  },
  {
    name: /^NotAuthorizedException$/,
    message: /session/i,
    kind: 'expired',
    words: 'This took too long, so it has to start again. Please sign in once more.',
  },
  {
    name: /^NotAuthorizedException$/,
    message: /cannot be reset in the current state/i,
    kind: 'refused',
    words:
      'The password of this account cannot be changed here. Sign in with the one that you were given, or write to the editors.',
  },
  {
    name: /^InvalidParameterException$/,
    message: /cannot reset password/i,
    kind: 'not-confirmed',
    words:
      'The e-mail address of this account is not confirmed, so no code can be sent to it. Confirm the account first.',
  },
  {
    name: /^PasswordResetRequiredException$/,
    kind: 'reset-required',
    words: 'You need a new password. Choose “Forgot your password?” to set one.',
  },
  {
    // A browser does not tell these apart, so that no page learns which passkeys somebody has.
    name: /^Passkey(AuthenticationCanceled|OperationAborted)$/,
    kind: 'cancelled',
    words:
      'No passkey was used. Perhaps the request was closed or took too long, or the passkey is on another device. Try again, or choose another way in.',
  },
  {
    name: /^PasskeyNotSupported$/,
    kind: 'unsupported',
    words: 'This browser has no passkeys. Choose another way in.',
  },
  {
    name: /^(RelyingPartyMismatch|WebAuthn(OriginNotAllowed|RelyingPartyMismatch)Exception)$/,
    kind: 'unsupported',
    words: 'Passkeys do not work at this address. Choose another way in.',
  },
  {
    name: /^WebAuthn\w+Exception$/,
    kind: 'refused',
    words: 'That passkey was not accepted. Try again, or choose another way in.',
  },
  {
    // Amplify has lost or never had what an answer belongs to: another tab, or minutes later.
    name: /^SignInException$/,
    kind: 'expired',
    words: 'This took too long, so it has to start again. Please sign in once more.',
  },
  {
    name: /^(UsernameExists|AliasExists)Exception$/,
    kind: 'account-exists',
    words: 'There is an account with this e-mail address already. Sign in, or reset its password.',
  },
  ...(
    [
      [/not long enough/i, 'That password is too short. Use at least 8 characters.'],
      [/uppercase/i, 'Add an upper-case letter to that password.'],
      [/lowercase/i, 'Add a lower-case letter to that password.'],
      [/numeric/i, 'Add a number to that password.'],
      [/symbol/i, 'Add a sign such as ! or - to that password.'],
      [/previously|reuse|history/i, 'You have used that password before. Choose another one.'],
      [/^/, 'That password is too weak. Choose a longer one.'],
    ] as const
  ).map(([message, words]): Entry => ({
    name: /^(InvalidPassword|PasswordHistoryPolicyViolation)Exception$/,
    message,
    kind: 'weak-password',
    words,
  })),
  {
    name: /^InvalidParameterException$/,
    message: /password/i,
    kind: 'weak-password',
    words: 'That password cannot be used. Use at least 8 characters and no space at its ends.',
  },
  {
    name: /^InvalidParameterException$/,
    message: /e-?mail|username/i,
    kind: 'invalid',
    words: 'That is not an e-mail address. Check it, then try again.',
  },
  {
    name: /^InvalidParameterException$/,
    message: /code/i,
    kind: 'wrong-code',
    words: 'The code has six digits. Check it, then try again.',
  },
  {
    name: /^CodeMismatchException$/,
    kind: 'wrong-code',
    words: 'That is not the code of the latest e-mail. Check it, then try again.',
  },
  {
    name: /^ExpiredCodeException$/,
    kind: 'expired-code',
    words: 'That code is no longer valid. Ask for another one.',
  },
  {
    name: /^CodeDeliveryFailureException$/,
    kind: 'invalid',
    words: 'The e-mail could not be sent. Check the address, then try again.',
  },
  {
    name: /^Empty/,
    kind: 'invalid',
    words: 'Something is missing. Fill in every field, then try again.',
  },
  {
    name: /^UserLambdaValidationException$/,
    kind: 'refused',
    words: 'This account was not accepted. Please write to the editors.',
  },
  {
    name: /^SessionNotKept$/,
    kind: 'refused',
    words:
      'This browser keeps nothing for this site, so nobody stays signed in. Allow it to keep data, then try again.',
  },
  {
    name: /^(NetworkError|TimeoutError|AbortError|HttpErrorResponse|ChunkLoadError)$/,
    ...unreachable,
  },
  {
    name: /^TypeError$/,
    message: /fetch|import|load/i,
    ...unreachable,
  },
];

function describe(error: unknown): { name: string; message: string } {
  const { name, message } = (error ?? {}) as { name?: unknown; message?: unknown };
  return {
    name: typeof name === 'string' ? name : '',
    message: typeof message === 'string' ? message : '',
  };
}
