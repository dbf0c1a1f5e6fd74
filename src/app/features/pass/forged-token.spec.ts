import { compactVerify, exportJWK, generateKeyPair, importJWK } from 'jose';
import { signedTokens } from '../../testing/signed-tokens';
import { present } from '../../testing/present';
import { decodeToken } from '../../shared/decoded-token';
import { forgedToken } from './forged-token';

describe('a forged token', () => {
  const forge = async (algorithm: 'as-it-was' | 'none') => {
    const genuine = present(decodeToken((await signedTokens({ groups: ['sport'] })).id));
    const forged = forgedToken(genuine, { scopes: ['news/write'], algorithm });
    return { genuine, forged: present(decodeToken(forged.text)) };
  };

  it('says admin, the scopes of the door and ten more years, above the old signature', async () => {
    const { genuine, forged } = await forge('as-it-was');
    expect(forged.claims['cognito:groups']).toEqual(['sport', 'admin']);
    expect(forged.claims['scope']).toBe('news/write');
    expect(forged.claims['exp']).toBeGreaterThan(Number(genuine.claims['exp']) + 3e8);
    expect(forged.claims['sub']).toBe(genuine.claims['sub']);
    expect(forged.parts[0]).toBe(genuine.parts[0]);
    expect(forged.parts[2]).toBe(genuine.parts[2]);
    expect(forged.parts[1]).not.toBe(genuine.parts[1]);
  });

  it('is refused by whoever verifies it', async () => {
    const { forged } = await forge('as-it-was');
    const { publicKey } = await generateKeyPair('RS256', { extractable: true });
    const key = await importJWK(await exportJWK(publicKey), 'RS256');
    await expectAsync(compactVerify(forged.text, key)).toBeRejected();
  });

  it('claims to need no signature', async () => {
    const { forged } = await forge('none');
    expect(forged.header['alg']).toBe('none');
    expect(forged.text.endsWith('.')).toBeTrue();
  });
});
