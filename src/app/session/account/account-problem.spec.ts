import { isStaleToken, toAccountProblem } from './account-problem';

describe('account problems', () => {
  const error = (name: string, message = '') => Object.assign(new Error(message), { name });

  const cases = [
    ['NotAuthorizedException', 'Incorrect username or password.', 'not your present password'],
    [
      'InvalidParameterException',
      "1 validation error detected: Value at 'previousPassword' failed to satisfy constraint",
      'not your present password',
    ],
    ['NotAuthorizedException', 'Password attempts exceeded', 'tried too often'],
    ['NotAuthorizedException', 'Access Token has been revoked', 'session has ended'],
    ['LimitExceededException', 'Attempt limit exceeded, please try after some time.', 'too often'],
    ['AliasExistsException', 'An account with the email already exists.', 'Another account'],
    ['CodeMismatchException', 'Invalid verification code provided', 'code of the latest e-mail'],
    ['ExpiredCodeException', 'Invalid code provided', 'no longer valid'],
    [
      'EnableSoftwareTokenMFAException',
      'Code mismatch and fail enable Software Token MFA',
      'clock',
    ],
    ['PasskeyRegistrationCanceled', 'has been canceled', 'No passkey was added'],
    ['PasskeyAlreadyExists', 'exists in authenticator', 'has a passkey for your account already'],
    ['PasskeyNotSupported', 'may not be supported', 'Try another browser'],
    ['NetworkError', 'A network error has occurred.', 'cannot be reached'],
    ['SomethingNew', 'whatever', 'not your fault'],
  ] as const;
  for (const [name, message, words] of cases)
    it(`says what to do on ${name}: ${message}`, () => {
      expect(toAccountProblem(error(name, message)).message).toContain(words);
    });

  it('tell a token that counts no longer from what was asked with it', () => {
    expect(isStaleToken(error('NotAuthorizedException', 'Access Token has expired'))).toBeTrue();
    expect(
      isStaleToken(error('NotAuthorizedException', 'Incorrect username or password.')),
    ).toBeFalse();
    expect(isStaleToken(error('NetworkError', 'Access Token'))).toBeFalse();
  });
});
