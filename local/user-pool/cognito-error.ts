/**
 * A refusal as Cognito words it: `type` goes into `__type`, `message` is shown to people, `status` is HTTP's.
 * `reason` tells a developer more than Cognito would; AWS sends nothing like it.
 */
export class CognitoError extends Error {
  override readonly name = 'CognitoError';
  readonly type: string;
  readonly status: number;
  readonly reason: string | undefined;

  constructor(type: string, message: string, status = 400, reason?: string) {
    super(message);
    this.type = type;
    this.status = status;
    this.reason = reason;
  }

  /** The same refusal, with what a developer should know about it. */
  because(reason: string): CognitoError {
    return new CognitoError(this.type, this.message, this.status, reason);
  }
}

/** A refusal with HTTP status 400, which is what Cognito answers nearly always. */
export function cognitoError(type: string, message: string): CognitoError {
  return new CognitoError(type, message);
}

export function notAuthorized(message: string): CognitoError {
  return cognitoError('NotAuthorizedException', message);
}

export function invalidParameter(message: string): CognitoError {
  return cognitoError('InvalidParameterException', message);
}

export function userNotFound(): CognitoError {
  return cognitoError('UserNotFoundException', 'User does not exist.');
}

export function wrongPassword(): CognitoError {
  return notAuthorized('Incorrect username or password.');
}

/** The refusal of an access token that was not issued for the user's own account. */
export function missingScopes(): CognitoError {
  return notAuthorized('Access Token does not have required scopes').because(
    'the access token lacks the scope aws.cognito.signin.user.admin',
  );
}

export function codeMismatch(): CognitoError {
  return cognitoError(
    'CodeMismatchException',
    'Invalid verification code provided, please try again.',
  );
}

export function expiredCode(): CognitoError {
  return cognitoError(
    'ExpiredCodeException',
    'Invalid code provided, please request a code again.',
  );
}

export function limitExceeded(): CognitoError {
  return cognitoError(
    'LimitExceededException',
    'Attempt limit exceeded, please try after some time.',
  );
}
