import { signedTokens } from '../../testing/signed-tokens';
import { present } from '../../testing/present';
import { heldTokens } from './held-tokens';
import { tokenChanges } from './token-changes';

describe('the tokens that are held', () => {
  it('know the user pool’s time, whatever the device’s clock says', async () => {
    // The pool is five hours behind this device, and the token has 20 minutes left there.
    const issuedAt = Math.floor(Date.now() / 1_000) - 5 * 3_600;
    const tokens = { ...(await signedTokens({ issuedAt })), remaining: 1_200_000 };
    const held = present(heldTokens(tokens, 4_000));
    const poolNow = held.poolOffset + 4_000;
    expect((issuedAt + 3_600) * 1_000 - poolNow).toBe(1_200_000);
  });

  it('are none when they are no JSON Web Tokens', async () => {
    expect(heldTokens({ ...(await signedTokens()), access: 'opaque' }, 0)).toBeNull();
  });

  it('tell what a refresh has changed, and which groups', async () => {
    // Of the same second: else their times have changed as well.
    const issuedAt = 1_700_000_000;
    const before = present(heldTokens(await signedTokens({ issuedAt, groups: ['sport'] }), 0));
    const after = present(heldTokens(await signedTokens({ issuedAt, groups: ['admin'] }), 0));
    const words = tokenChanges(before, after);
    expect(words).toContain('Changed in the ID token: cognito:groups, jti.');
    expect(words).toContain('Groups added: admin. Groups removed: sport.');
    expect(tokenChanges(before, before)).toBe('The tokens are the same as before.');
  });
});
