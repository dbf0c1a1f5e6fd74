import { countdown, countdownNews, relativeTime } from './time-words';

describe('words for times', () => {
  for (const [milliseconds, words] of [
    [42 * 60_000 + 5_000, 'in 42 minutes'],
    [-3 * 3_600_000, '3 hours ago'],
    [40 * 86_400_000, 'in 40 days'],
    [300, 'now'],
  ] as const)
    it(`says "${words}"`, () => {
      expect(relativeTime(milliseconds)).toBe(words);
    });

  for (const [milliseconds, text] of [
    [3_600_000, '1:00:00'],
    [2_527_000, '42:07'],
    [400, '0:01'],
    [-5, '0:00'],
  ] as const)
    it(`counts down ${text}`, () => {
      expect(countdown(milliseconds)).toBe(text);
    });

  it('says aloud that the end is near, and the end, but not each second', () => {
    const said = new Set(Array.from({ length: 3_600 }, (_, s) => countdownNews(s * 1_000)));
    expect([...said]).toEqual([
      'Your tokens have expired.',
      'Your tokens expire in less than a minute.',
      'Your tokens expire in less than 5 minutes.',
      'Your tokens expire in less than 10 minutes.',
      '',
    ]);
  });
});
