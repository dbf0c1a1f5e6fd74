import type { CognitoError } from '../cognito-error.ts';
import type { LoginProblem } from './login-form.ts';

const byMessage: Record<string, string> = {
  'Password attempts exceeded': 'Too many wrong tries. Please wait a little, then try again.',
  'User is disabled.': 'This account is disabled. Please ask an administrator.',
};

const byType: Record<string, string> = {
  UserNotConfirmedException:
    'This account is not confirmed yet. Enter the code from your e-mail in the app first.',
  PasswordResetRequiredException:
    'Your password has to be reset. Please choose a new one in the app first.',
  CodeMismatchException: 'That code is not right. Please try again.',
  ExpiredCodeException: 'That code is not right any more. Please try the next one.',
  TooManyRequestsException: 'Too many tries at this moment. Please try again shortly.',
};

const TOO_LATE = 'That took too long. Please sign in again.';

/** A refusal as a sentence for the person. What has none of its own is shown as Cognito words it. */
export function problemOf(refusal: CognitoError): LoginProblem {
  const { type, message, status, reason = message } = refusal;
  const own = goesBackToStart(refusal) ? TOO_LATE : (byMessage[message] ?? byType[type]);
  return { sentence: own ?? message, reason, status };
}

/** Whether a challenge is over, so that only the first question is left to ask. */
export function goesBackToStart({ message }: CognitoError): boolean {
  return message.startsWith('Invalid session for the user');
}
