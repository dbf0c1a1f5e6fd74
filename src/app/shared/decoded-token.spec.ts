import { signedTokens } from '../testing/signed-tokens';
import { base64Url, decodeToken } from './decoded-token';

const part = (json: string) => base64Url(new TextEncoder().encode(json));

describe('decodeToken', () => {
  it('takes a signed token apart, whatever the letters', async () => {
    const { id } = await signedTokens({ claims: { name: 'Zoë 日本 🗞' } });
    const token = decodeToken(id);
    expect(token?.claims['name']).toBe('Zoë 日本 🗞');
    expect(token?.header['alg']).toBe('RS256');
    expect(token?.signatureBytes).toBe(256);
    expect(token?.parts.join('.')).toBe(id);
  });

  it('takes an unsigned one apart too', () => {
    expect(decodeToken(`${part('{"alg":"none"}')}.${part('{}')}.`)?.signatureBytes).toBe(0);
  });

  it('takes a huge one apart', () => {
    const note = 'x'.repeat(1_000_000);
    const token = decodeToken(`${part('{}')}.${part(JSON.stringify({ note }))}.AAAA`);
    expect(token?.claims['note']).toBe(note);
  });

  it('keeps a claim by the name of what every object has', () => {
    const token = decodeToken(`${part('{}')}.${part('{"__proto__":{"admin":true}}')}.AAAA`);
    expect(Object.keys(token?.claims ?? {})).toEqual(['__proto__']);
    expect(token?.claims['admin']).toBeUndefined();
  });

  const junk = ['', 'junk', 'a.b', 'a.b.c.d', '!.!.!', `${part('[]')}.${part('{}')}.`];
  for (const text of [...junk, `${part('{}')}.${part('null')}.`, `${part('{}')}.e30=.`])
    it(`takes "${text}" for no token`, () => {
      expect(decodeToken(text)).toBeNull();
    });
});
