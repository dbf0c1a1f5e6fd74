import assert from 'node:assert/strict';
import type { Check } from '../check.ts';
import { announce, call, expectMessage } from '../house/api.ts';
import { type House } from '../house/house.ts';
import { through } from './through.ts';

const plain = (
  rows: readonly string[],
  title: string,
  run: (house: House) => Promise<void>,
): Check[] => through('fetch', { rows, title }, run);

/** A REST API before and beside its authorizer. */
export const restGateway: Check[] = [
  ...plain(['0-1', '2-2', '2-4', '1-7'], 'the news are public', async (house) => {
    const { status, json } = await call(house, '/api/news');
    assert.equal(status, 200);
    assert.ok((json as { items: unknown[] }).items.length > 0);
  }),
  ...plain(
    ['gateway-unknown-route'],
    'an unknown path and an unknown method: 403 Missing Authentication Token',
    async (house) => {
      for (const [method, path] of [
        ['GET', '/api/nothing'],
        ['PATCH', '/api/news'],
        ['GET', '/services/nothing'],
      ] as const) {
        const answer = await call(house, path, { method });
        expectMessage(answer, 403, 'Missing Authentication Token');
        const type = answer.headers.get('x-amzn-errortype');
        assert.equal(type, 'MissingAuthenticationTokenException');
      }
    },
  ),
  ...plain(
    ['gateway-unknown-route-bearer'],
    'an unknown path with a Bearer token: the header is taken for a signature',
    async (house) => {
      const answer = await call(house, '/api/nothing', { token: 'Bearer abc' });
      assert.equal(answer.status, 403);
      assert.equal(answer.headers.get('x-amzn-errortype'), 'IncompleteSignatureException');
      assert.match(
        (answer.json as { message: string }).message,
        /^Invalid key=value pair \(missing equal-sign\) in Authorization header \(hashed with SHA-256 and encoded with Base64\): '[A-Za-z0-9+/]{43}='\.$/,
      );
    },
  ),
  ...plain(['gateway-too-large'], 'a body over 10 MB: 413', async (house) => {
    const token = await house.machineToken('wire');
    const answer = await announce(house, '/api/news', { token, bytes: 10 * 1024 * 1024 + 1 });
    expectMessage(answer, 413, 'Request Too Long');
  }),
  ...plain(['gateway-headers'], 'headers over 10,240 bytes are refused', async (house) => {
    const headers = { 'X-Large': 'x'.repeat(10_240) };
    // AWS publishes the limit, and not the status.
    const { status } = await call(house, '/api/news', { headers });
    assert.ok(status >= 400 && status < 500, `status ${status}`);
  }),
];
