import { SignJWT, generateKeyPair } from 'jose';
import { personFromClaims, personFromUncheckedToken } from './person';

async function signed(claims: Record<string, unknown>): Promise<string> {
  const { privateKey } = await generateKeyPair('RS256');
  return new SignJWT(claims).setProtectedHeader({ alg: 'RS256', kid: 'one' }).sign(privateKey);
}

describe('a person', () => {
  it('is read from a signed ID token, whatever the letters', async () => {
    const token = await signed({
      sub: 'one',
      email: 'zoë+日本@presspass.test',
      'cognito:groups': ['admin', 'sports'],
    });
    expect(personFromUncheckedToken(token)).toEqual({
      id: 'one',
      email: 'zoë+日本@presspass.test',
      groups: ['admin', 'sports'],
    });
  });

  it('is in no group when the token names none', () => {
    expect(personFromClaims({ sub: 'one', email: 'a@b.test' })?.groups).toEqual([]);
  });

  it('is nobody without a sub', () => {
    expect(personFromClaims({ email: 'a@b.test' })).toBeNull();
  });

  for (const junk of ['', 'junk', 'a.b.c', 'a.bnVsbA.c', 'a.!!!.c'])
    it(`is nobody in "${junk}"`, () => {
      expect(personFromUncheckedToken(junk)).toBeNull();
    });
});
