import assert from 'node:assert/strict';
import type { Check } from '../check.ts';
import { type ApiAnswer, call, expectMessage } from '../house/api.ts';
import type { House } from '../house/house.ts';
import { claimsOf, withBrokenSignature } from '../house/jwt.ts';
import { story } from './rest-api.ts';
import { through } from './through.ts';

const plain = (
  rows: readonly string[],
  title: string,
  run: (house: House) => Promise<void>,
): Check[] => through('fetch', { rows, title }, run);

/** The same contracts as HTTP APIs, with a JWT authorizer, asked as curl would. */
export const httpApi: Check[] = [
  ...plain(
    ['http-missing', '4-2', '4-3'],
    'no token: 401, and www-authenticate says Bearer',
    async (house) => {
      expectChallenge(await call(house, '/http-api/me'), 'Bearer');
    },
  ),
  ...plain(['http-malformed'], 'what is no JWT', async (house) => {
    expectChallenge(
      await call(house, '/http-api/me', { token: 'abc' }),
      'Bearer scope="" error="invalid_token" error_description="token contains an invalid number of segments"',
    );
  }),
  ...plain(['http-audience'], 'a token for another app client', async (house) => {
    const { idToken } = await house.tokensOf(house.demo('reader'), await house.newAppClient());
    expectChallenge(
      await call(house, '/http-api/me', { token: idToken }),
      'Bearer scope="" error="invalid_token" error_description="the token does not have a valid audience"',
    );
  }),
  ...plain(['http-issuer'], 'a token of another pool: 401', async (house) => {
    const token = await house.machineToken('hello');
    expectInvalidToken(await call(house, '/http-api/me', { token }));
  }),
  ...plain(['http-signature'], 'a bad signature: 401', async (house) => {
    const { idToken } = await house.tokensOf(house.demo('reader'));
    const token = withBrokenSignature(idToken);
    expectInvalidToken(await call(house, '/http-api/me', { token }));
  }),
  ...plain(['http-expired', '2-10'], 'an expired token: 401', async (house) => {
    const { idToken } = await house.tokensOf(house.demo('reader'));
    await house.advance(3601);
    expectInvalidToken(await call(house, '/http-api/me', { token: idToken }));
  }),
  ...plain(
    ['http-scope', 'http-scope-header'],
    'a valid token without the route’s scope: 403 Forbidden',
    async (house) => {
      const token = await house.machineToken('hello');
      const answer = await call(house, '/http-api/weather', { token });
      expectMessage(answer, 403, 'Forbidden');
      assert.match(answer.headers.get('www-authenticate') ?? '', /error="insufficient_scope"/);
    },
  ),
  ...plain(['http-unknown-route'], 'an unknown route: 404 Not Found', async (house) => {
    expectMessage(await call(house, '/http-api/nothing'), 404, 'Not Found');
  }),
  ...plain(
    ['http-header-forms', '4-6', '4-2'],
    'the raw token and `Bearer <token>`',
    async (house) => {
      const { idToken } = await house.tokensOf(house.demo('reader'));
      for (const token of [idToken, `Bearer ${idToken}`]) {
        assert.equal((await call(house, '/http-api/me', { token })).status, 200);
      }
    },
  ),
  ...plain(
    ['http-token-use', 'http-client-id'],
    'without route scopes both kinds of token pass; an access token by its client_id',
    async (house) => {
      const { idToken, accessToken } = await house.tokensOf(house.demo('editor'));
      assert.equal(claimsOf(accessToken)['aud'], undefined);
      for (const token of [idToken, accessToken]) {
        assert.equal((await call(house, '/http-api/trash', { token })).status, 200);
      }
    },
  ),
  ...plain(
    ['http-event', 'claims-serialised-http', 'claims-backend', '2-18'],
    'handlers read groups and scopes as an HTTP API hands them over',
    async (house) => {
      const editor = await house.tokensOf(house.demo('editor'));
      const reader = await house.tokensOf(house.demo('reader'));
      const me = await call(house, '/http-api/me', { token: editor.idToken });
      assert.deepEqual((me.json as { groups: string[] }).groups, ['admin']);
      assert.equal((await call(house, '/http-api/trash', { token: reader.idToken })).status, 403);
      const token = await house.machineToken('wire');
      assert.equal((await call(house, '/http-api/news', { ...story(), token })).status, 201);
    },
  ),
];

/** 401 with the challenge, to the letter. */
function expectChallenge(answer: ApiAnswer, challenge: string): void {
  expectMessage(answer, 401, 'Unauthorized');
  assert.equal(answer.headers.get('www-authenticate'), challenge);
}

/** 401 with a challenge whose description AWS has not published. */
function expectInvalidToken(answer: ApiAnswer): void {
  expectMessage(answer, 401, 'Unauthorized');
  assert.match(
    answer.headers.get('www-authenticate') ?? '',
    /^Bearer scope="" error="invalid_token" error_description="[^"]+"$/,
  );
}
