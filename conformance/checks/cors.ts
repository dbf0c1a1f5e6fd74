import assert from 'node:assert/strict';
import type { Check } from '../check.ts';
import { call } from '../house/api.ts';
import { through } from './through.ts';

const origin = 'http://localhost:4200';
const preflight = {
  method: 'OPTIONS',
  headers: {
    Origin: origin,
    'Access-Control-Request-Method': 'DELETE',
    'Access-Control-Request-Headers': 'authorization',
  },
};

/** What a page of another origin may read. */
export const cors: Check[] = [
  ...through(
    'fetch',
    {
      rows: ['cors-gateway-responses'],
      title: 'gateway responses may be read by a page',
    },
    async (house) => {
      for (const path of ['/api/me', '/api/nothing', '/services/hello']) {
        const { status, headers } = await call(house, path, { headers: { Origin: origin } });
        assert.ok(status >= 400);
        assert.ok(headers.get('access-control-allow-origin'), path);
      }
    },
  ),
  ...through(
    'fetch',
    { rows: ['cors-fresh'], title: 'a fresh API’s gateway responses may not' },
    async (house) => {
      const { status, headers } = await call(house, '/api/me', { headers: { Origin: origin } });
      assert.equal(status, 401);
      assert.equal(headers.get('access-control-allow-origin'), null);
    },
    'strict',
  ),
  ...through(
    'fetch',
    { rows: ['cors-preflight'], title: 'a preflight needs no token and allows Authorization' },
    async (house) => {
      const { status, headers } = await call(house, '/api/news', preflight);
      assert.ok(status === 200 || status === 204, `status ${status}`);
      assert.match(headers.get('access-control-allow-headers') ?? '', /authorization/i);
      assert.match(headers.get('access-control-allow-methods') ?? '', /DELETE/);
    },
  ),
  ...through(
    'fetch',
    { rows: ['cors-proxy'], title: 'an answer of the function carries the header' },
    async (house) => {
      const { headers } = await call(house, '/api/news', { headers: { Origin: origin } });
      assert.ok(headers.get('access-control-allow-origin'));
    },
  ),
  ...through(
    'fetch',
    { rows: ['cors-http-api'], title: 'an HTTP API answers the preflight, and all else, itself' },
    async (house) => {
      const asked = await call(house, '/http-api/news', preflight);
      assert.ok(asked.status === 200 || asked.status === 204, `status ${asked.status}`);
      assert.match(asked.headers.get('access-control-allow-headers') ?? '', /authorization|\*/i);
      const read = await call(house, '/http-api/news', { headers: { Origin: origin } });
      const allowed = read.headers.get('access-control-allow-origin') ?? '';
      // Twice, from the function and from the gateway, would be no value that a browser takes.
      assert.match(allowed, /^(\*|http:\/\/localhost:4200)$/);
    },
  ),
];
