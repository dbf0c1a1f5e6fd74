import { claimValue, listIn, plainText } from './claim-value';

describe('claimValue', () => {
  it('shows seconds as a time', () => {
    expect(claimValue('exp', 1_795_238_528)).toEqual({
      kind: 'time',
      at: 1_795_238_528_000,
      iso: '2026-11-21T05:22:08.000Z',
    });
  });

  it('shows groups and scopes one by one', () => {
    expect(claimValue('cognito:groups', ['admin', 'sport'])).toEqual({
      kind: 'stamps',
      stamps: ['admin', 'sport'],
    });
    expect(claimValue('scope', 'openid news/write')).toEqual({
      kind: 'stamps',
      stamps: ['openid', 'news/write'],
    });
  });

  for (const [what, name, value, text] of [
    ['an end beyond all calendars', 'exp', 1e300, '1e+300'],
    ['an end that is no number', 'exp', 'soon', 'soon'],
    ['a nested claim', 'address', { city: 'Larkhaven' }, '{"city":"Larkhaven"}'],
    ['nothing', 'custom:note', null, 'null'],
    ['markup', 'name', '<img src=x onerror=alert(1)>', '<img src=x onerror=alert(1)>'],
  ] as const)
    it(`shows ${what} as text`, () => {
      expect(claimValue(name, value)).toEqual({ kind: 'text', text });
    });

  it('writes out what would turn a text around or hide in it', () => {
    expect(plainText('\u202enimda\u200b\u0000')).toBe('[U+202E]nimda[U+200B][U+0000]');
    expect(plainText('שלום Zoë')).toBe('שלום Zoë');
  });

  it('finds no list where there is none', () => {
    expect(listIn(undefined)).toEqual([]);
    expect(listIn(7)).toEqual([]);
  });
});
