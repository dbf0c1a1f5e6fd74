import { bareCode } from './codes';
import { hasSpaceAtEnds, knownPassword } from './password-ends';

describe('what people type', () => {
  for (const typed of [
    '123 456',
    '123-456',
    ' 123\u00A0456\t',
    '123\u2011456',
    '12\u201334\u201456',
    '\u200E123456\u200B',
    '1 2 3 4 5 6\r\n',
  ]) {
    it(`is the same code: ${JSON.stringify(typed)}`, () => {
      expect(bareCode(typed)).toBe('123456');
    });
  }

  it('is not made a code by leaving letters out', () => {
    expect(bareCode('12345a')).toBe('12345a');
  });

  for (const space of [' ', '\u00A0', '\t', '\u3000', '\uFEFF', '\u2028']) {
    it(`is no part of a password at its ends: ${JSON.stringify(space)}`, () => {
      expect(hasSpaceAtEnds(`Press-Pass-2026${space}`)).toBeTrue();
      expect(hasSpaceAtEnds(`${space}Press-Pass-2026`)).toBeTrue();
      expect(hasSpaceAtEnds(`Press${space}Pass`)).toBeFalse();
      expect(knownPassword(`${space}Press${space}Pass${space}`)).toBe(`Press${space}Pass`);
    });
  }
});
