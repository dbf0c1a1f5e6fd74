import { returnAddress } from './return-address';

describe('returnAddress', () => {
  for (const path of ['/', '/news/1', '/news/1?from=front#story', '/desk/trash', '/n%C3%A4chste'])
    it(`keeps ${path}`, () => {
      expect(returnAddress(path)).toBe(path);
    });

  const leadingElsewhere: unknown[] = [
    'https://evil.test/',
    'http:evil.test',
    '//evil.test',
    '///evil.test',
    '/\\evil.test',
    '\\\\evil.test',
    '/news\\..\\evil',
    '/\t/evil.test',
    '/\n/evil.test',
    '\u0000/news',
    ' /news',
    '/.//evil.test',
    '/x/..//evil.test',
    'javascript:alert(1)',
    'data:text/html,x',
    'news/1',
    '',
    undefined,
    null,
    ['/news/1'],
    `/${'x'.repeat(2_000)}`,
  ];
  for (const address of leadingElsewhere)
    it(`opens the front page for ${JSON.stringify([address]).slice(0, 40)}`, () => {
      expect(returnAddress(address)).toBe('/');
    });

  it('does not lead back to the ways in', () => {
    expect(returnAddress('/sign-in?return=/news/1')).toBe('/');
    expect(returnAddress('/confirm?email=a@b.test')).toBe('/');
  });
});
