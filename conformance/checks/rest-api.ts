import assert from 'node:assert/strict';
import type { Check } from '../check.ts';
import { type ApiAnswer, call, expectMessage } from '../house/api.ts';
import { type House, newPerson } from '../house/house.ts';
import { withBrokenSignature, withClaim, withHeader } from '../house/jwt.ts';
import { through } from './through.ts';

const plain = (
  rows: readonly string[],
  title: string,
  run: (house: House) => Promise<void>,
): Check[] => through('fetch', { rows, title }, run);

/** A REST API with a Cognito authorizer, asked as curl would. */
export const restApi: Check[] = [
  ...plain(
    ['rest-no-scopes', '4-4', '4-5', '2-11', '3-7', '3-8'],
    'a method without scopes wants the ID token',
    async (house) => {
      const { idToken, accessToken } = await house.tokensOf(house.demo('reader'));
      assert.equal((await call(house, '/api/me', { token: idToken })).status, 200);
      expectUnauthorized(await call(house, '/api/me', { token: accessToken }));
      expectUnauthorized(await call(house, '/api/me'));
    },
  ),
  ...plain(
    ['rest-scopes', '0-10', '0-14', '1-9'],
    'a method with scopes wants an access token with one of them',
    async (house) => {
      const token = await house.machineToken('weather');
      assert.equal((await call(house, '/services/weather', { token })).status, 200);
    },
  ),
  ...plain(
    ['rest-insufficient-scope', 'gateway-unauthorized'],
    'an access token without the scope: 401',
    async (house) => {
      const token = await house.machineToken('hello');
      expectUnauthorized(await call(house, '/services/weather', { token }));
    },
  ),
  ...plain(
    ['rest-id-token-with-scopes', 'rest-wrong-pool'],
    'an ID token at a method with scopes, and a token of another pool: 401',
    async (house) => {
      const { idToken } = await house.tokensOf(house.demo('editor'));
      const body = JSON.stringify({ headline: 'x' });
      const headers = { 'Content-Type': 'application/json' };
      const request = { method: 'POST', body, headers };
      expectUnauthorized(await call(house, '/api/news', { ...request, token: idToken }));
      expectUnauthorized(await call(house, '/services/hello', { token: idToken }));
      const foreign = await house.machineToken('hello');
      expectUnauthorized(await call(house, '/api/me', { token: foreign }));
    },
  ),
  ...plain(
    ['rest-header-forms', '2-16', '4-6', '0-14'],
    'the raw token and `Bearer <token>`',
    async (house) => {
      const { idToken } = await house.tokensOf(house.demo('reader'));
      for (const token of [idToken, `Bearer ${idToken}`]) {
        assert.equal((await call(house, '/api/me', { token })).status, 200);
      }
      const machine = await house.machineToken('hello');
      for (const token of [machine, `Bearer ${machine}`]) {
        assert.equal((await call(house, '/services/hello', { token })).status, 200);
      }
    },
  ),
  ...plain(
    ['rest-missing', 'rest-empty', 'rest-malformed', '0-12', '3-8'],
    'no token, an empty one, and what is no JWT: 401 with AWS’s headers',
    async (house) => {
      for (const token of [undefined, '', 'Bearer ', 'abc', 'a.b.c', 'Basic YTpi']) {
        const answer = await call(house, '/api/me', token === undefined ? {} : { token });
        expectUnauthorized(answer);
        assert.match(answer.headers.get('content-type') ?? '', /^application\/json/);
        assert.equal(answer.headers.get('x-amzn-errortype'), 'UnauthorizedException');
        assert.ok(answer.headers.get('x-amzn-requestid'));
        assert.ok(answer.headers.get('x-amz-apigw-id'));
      }
    },
  ),
  ...plain(
    ['rest-bad-signature', 'rest-unknown-key', '2-10'],
    'a token that was tampered with: 401',
    async (house) => {
      const { idToken } = await house.tokensOf(house.demo('reader'));
      const none = withHeader(idToken, 'alg', 'none').replace(/\.[^.]*$/, '.');
      const forged = [
        withBrokenSignature(idToken),
        withClaim(idToken, 'cognito:groups', ['admin']),
        withHeader(idToken, 'kid', 'another'),
        withHeader(idToken, 'alg', 'HS256'),
        none,
      ];
      for (const token of forged) expectUnauthorized(await call(house, '/api/me', { token }));
    },
  ),
  ...plain(
    ['rest-expired', '2-10', '4-7'],
    'an expired token has words of its own',
    async (house) => {
      const { idToken } = await house.tokensOf(house.demo('reader'));
      assert.equal((await call(house, '/api/me', { token: idToken })).status, 200);
      await house.advance(3601);
      const answer = await call(house, '/api/me', { token: idToken });
      expectMessage(answer, 401, 'The incoming token has expired');
    },
  ),
  ...plain(['rest-source'], 'a token anywhere else does not count', async (house) => {
    const { idToken } = await house.tokensOf(house.demo('reader'));
    expectUnauthorized(await call(house, `/api/me?Authorization=${idToken}`));
    expectUnauthorized(await call(house, '/api/me', { headers: { 'X-Authorization': idToken } }));
    expectUnauthorized(
      await call(house, '/api/me', { headers: { Cookie: `Authorization=${idToken}` } }),
    );
  }),
  ...plain(
    ['rest-audience'],
    'an ID token of an app client that the authorizer does not name: 401',
    async (house) => {
      const { idToken } = await house.tokensOf(house.demo('reader'), await house.newAppClient());
      expectUnauthorized(await call(house, '/api/me', { token: idToken }));
    },
  ),
  ...plain(
    ['rest-revoked'],
    'a session that has ended keeps its ID token until it expires',
    async (house) => {
      const { idToken, accessToken } = await house.tokensOf(await house.join());
      await house.perform('GlobalSignOut', { AccessToken: accessToken });
      assert.equal((await call(house, '/api/me', { token: idToken })).status, 200);
    },
  ),
  ...plain(
    ['rest-several-pools', 'rest-scopes'],
    'POST /news takes access tokens of both pools',
    async (house) => {
      const { accessToken } = await house.tokensOf(house.demo('editor'));
      const machine = await house.machineToken('wire');
      for (const token of [accessToken, machine]) {
        assert.equal((await call(house, '/api/news', { ...story(), token })).status, 201);
      }
    },
  ),
  ...plain(
    ['0-2', '2-12', '2-18', 'claims-backend', 'rest-claims', 'claims-serialised-rest'],
    'editors delete, readers get 403, and nobody gets 401 before the function runs',
    async (house) => {
      const editor = await house.tokensOf(house.demo('editor'));
      const reader = await house.tokensOf(house.demo('reader'));
      const { json } = await call(house, '/api/news', {
        ...story(),
        token: await house.machineToken('wire'),
      });
      const path = `/api/news/${(json as { id: string }).id}`;
      expectUnauthorized(await call(house, path, { method: 'DELETE' }));
      expectUnauthorized(await call(house, '/api/news', { method: 'DELETE' }));
      const refused = await call(house, path, { method: 'DELETE', token: reader.idToken });
      assert.equal(refused.status, 403);
      assert.equal((await call(house, path, { token: reader.idToken })).status, 200);
      const done = await call(house, path, { method: 'DELETE', token: editor.idToken });
      assert.equal(done.status, 204);
    },
  ),
];

function expectUnauthorized(answer: ApiAnswer): void {
  expectMessage(answer, 401, 'Unauthorized');
}

/** A request that publishes something. */
export function story(): { method: string; headers: Record<string, string>; body: string } {
  const headline = `Ferry timetable changes, says ${newPerson().email}`;
  const body = JSON.stringify({
    headline,
    summary: 'From Monday the first boat leaves at six.',
    section: 'City',
    byline: 'Our harbour correspondent',
    body: 'From Monday the first boat leaves at six.',
  });
  return { method: 'POST', headers: { 'Content-Type': 'application/json' }, body };
}
