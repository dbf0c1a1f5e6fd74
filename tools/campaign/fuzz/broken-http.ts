import type { Random } from '../random.ts';
import type { RawRequest } from './raw-request.ts';

/** Bytes that are no HTTP, or HTTP that nobody writes. */
export function brokenHttp(random: Random): RawRequest {
  const line = random.pick([
    { method: 'GET', path: '/ /' },
    { method: 'G\0T', path: '/' },
    { method: '', path: '' },
    { method: 'GET', path: 'http://evil.test/' },
    { method: 'GET', path: '*' },
    { method: 'OPTIONS', path: '*' },
    { method: 'CONNECT', path: 'evil.test:443' },
    { method: 'GET', path: `/${'a'.repeat(random.below(20_000))}` },
    { method: 'POST', path: '/' },
  ]);
  const headers: readonly (readonly [string, string])[] = random.pick<[string, string][]>([
    [
      [
        'Host',
        random.pick(['evil.test', '', 'localhost:99999', '127.0.0.1', '[::1]', 'localhost\t']),
      ],
    ],
    [['Content-Length', random.pick(['-1', 'x', '1, 2', '99999999999999999999', '0'])]],
    [['Transfer-Encoding', random.pick(['chunked', 'gzip', 'chunked, identity', 'CHUNKED'])]],
    [['X', 'a'.repeat(random.below(80_000))]],
    Array.from(
      { length: random.below(3000) },
      (_, index) => [`X-${String(index)}`, 'a'] as [string, string],
    ),
    [
      ['Connection', random.pick(['close', 'upgrade', 'keep-alive, x'])],
      ['Upgrade', 'websocket'],
    ],
    [['Expect', random.pick(['100-continue', '200-ok'])]],
    [['Bad Header\0', 'x\u0001']],
  ]);
  const isChunked = headers.some(([name]) => name === 'Transfer-Encoding');
  const body = Buffer.from(
    isChunked ? random.pick(['0\r\n\r\n', '1\r\nx\r\n0\r\n\r\n', 'zz\r\n\r\n']) : '',
  );
  return { kind: 'broken HTTP', ...line, headers, body, isBrokenHttp: true };
}
