import { toIdentityProblem, type IdentityProblemKind } from './identity-problem';

type Case = [name: string, message: string, kind: IdentityProblemKind, words: RegExp];

const cases: Case[] = [
  ['NotAuthorizedException', 'Incorrect username or password.', 'wrong-password', /Check both/],
  ['UserNotFoundException', 'User does not exist.', 'wrong-password', /Check both/],
  ['NotAuthorizedException', 'Password attempts exceeded', 'too-many-attempts', /Wait/],
  ['LimitExceededException', 'Attempt limit exceeded', 'too-many-attempts', /Wait/],
  ['TooManyRequestsException', 'Rate exceeded', 'too-many-attempts', /Wait/],
  ['NotAuthorizedException', 'User is disabled.', 'refused', /switched off/],
  ['NotAuthorizedException', 'Invalid session for the user.', 'expired', /once more/],
  ['UserNotConfirmedException', 'User is not confirmed.', 'not-confirmed', /Enter the code/],
  [
    'NotAuthorizedException',
    'User cannot be confirmed. Current status is CONFIRMED',
    'already-confirmed',
    /Sign in/,
  ],
  ['InvalidParameterException', 'User is already confirmed.', 'already-confirmed', /Sign in/],
  ['CodeMismatchException', 'Invalid verification code provided', 'wrong-code', /Check it/],
  ['ExpiredCodeException', 'Invalid code provided', 'expired-code', /Ask for another/],
  ['UsernameExistsException', 'User already exists', 'account-exists', /Sign in, or reset/],
  [
    'InvalidPasswordException',
    'Password did not conform with policy: Password must have symbol characters',
    'weak-password',
    /Add a sign/,
  ],
  [
    'InvalidPasswordException',
    'Password did not conform with policy: Password not long enough',
    'weak-password',
    /8 characters/,
  ],
  ['NetworkError', 'A network error has occurred.', 'unreachable', /connection/],
  ['TimeoutError', 'No answer within 10000 ms.', 'unreachable', /connection/],
  ['TypeError', 'Failed to fetch dynamically imported module', 'unreachable', /connection/],
  ['InternalErrorException', 'Internal server error', 'broken', /try again/],
  ['TypeError', 'x is not a function', 'broken', /try again/],
];

describe('toIdentityProblem', () => {
  for (const [name, message, kind, words] of cases)
    it(`says what to do about ${name}: ${message}`, () => {
      const cause = Object.assign(new Error(message), { name });
      const problem = toIdentityProblem(cause);
      expect(problem.kind).toBe(kind);
      expect(problem.message).toMatch(words);
      expect(problem.cause).toBe(cause);
    });

  it('has words for what is no error at all', () => {
    for (const thrown of [undefined, null, 'no', 7, {}])
      expect(toIdentityProblem(thrown).kind).toBe('broken');
  });

  it('says a problem once', () => {
    const problem = toIdentityProblem(undefined);
    expect(toIdentityProblem(problem)).toBe(problem);
  });
});
