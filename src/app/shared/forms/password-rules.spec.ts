import { passwordRules } from './password-rules';

const policy = {
  min_length: 10,
  require_lowercase: true,
  require_uppercase: true,
  require_numbers: true,
  require_symbols: true,
};

describe('passwordRules', () => {
  const missing = (password: string, password_policy: object = policy) =>
    passwordRules({ outputs: { auth: { password_policy } } })
      .filter(({ isMetBy }) => !isMetBy(password))
      .map(({ words }) => words);

  it('are those of the pool', () => {
    expect(missing('')).toEqual([
      'at least 10 characters',
      'a lower-case letter',
      'an upper-case letter',
      'a number',
      'a sign such as ! or -',
    ]);
    expect(missing('abc', { min_length: 3 })).toEqual([]);
  });

  it('count what Cognito counts as a sign, and blanks inside only', () => {
    for (const sign of ['-', ']', '\\', '~', '`', '"', ' '])
      expect(missing(`Abcdefg1${sign}x`))
        .withContext(sign)
        .toEqual([]);
    expect(missing(' Abcdefgh1 ')).toEqual(['a sign such as ! or -']);
  });

  it('ask for eight characters where the pool says nothing', () => {
    expect(passwordRules({ outputs: {} }).map(({ words }) => words)).toEqual([
      'at least 8 characters',
    ]);
  });
});
