import assert from 'node:assert/strict';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import {
  type IncomingHttpHeaders,
  type RequestListener,
  type Server,
  createServer,
  request as sendRequest,
} from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { behaviourOf } from '../../infra/web/behaviours.ts';
import { responseHeaders } from '../../infra/web/response-headers.ts';
import { type Preview, openPreview } from './preview-server.ts';

const page = `<!doctype html><title>Presspass</title>${'<p>news</p>'.repeat(200)}`;
const script = 'console.log("news");\n'.repeat(200);

let folder: string;
let origin: Server;
let preview: Preview;
let answerOfOrigin: RequestListener;

before(async () => {
  folder = await mkdtemp(join(tmpdir(), 'presspass-preview-'));
  await mkdir(join(folder, 'build/media'), { recursive: true });
  await writeFile(join(folder, 'secret.txt'), 'secret');
  await writeFile(join(folder, 'build/index.html'), page);
  await writeFile(join(folder, 'build/main-ABCDEFG2.js'), script);
  await writeFile(join(folder, 'build/small.svg'), '<svg/>');
  await writeFile(join(folder, 'build/media/font.woff2'), Buffer.alloc(3_000));
  origin = createServer((request, response) => {
    answerOfOrigin(request, response);
  }).listen(0, '127.0.0.1');
  await new Promise((resolve) => origin.once('listening', resolve));
  preview = await openPreview({
    folder: join(folder, 'build'),
    port: 0,
    origin: originUrl(),
  });
});

after(async () => {
  await preview.close();
  origin.closeAllConnections();
  origin.close();
  await rm(folder, { recursive: true });
});

const originUrl = (): string => `http://127.0.0.1:${(origin.address() as AddressInfo).port}`;

interface Answer {
  status: number | undefined;
  headers: IncomingHttpHeaders;
  body: Buffer;
}

/** A request exactly as written: fetch would tidy up the path and unpack the body. */
function ask(
  path: string,
  { method = 'GET', headers = {}, body = '', port = preview.port } = {},
): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const request = sendRequest({ port, host: '127.0.0.1', path, method, headers }, (answer) => {
      const chunks: Buffer[] = [];
      answer.on('data', (chunk: Buffer) => chunks.push(chunk));
      answer.on('end', () => {
        resolve({
          status: answer.statusCode,
          headers: answer.headers,
          body: Buffer.concat(chunks),
        });
      });
    });
    request.on('error', reject);
    request.end(body);
  });
}

test('files are sent in the best encoding that the browser takes', async () => {
  const accepting = (value: string): Promise<Answer> =>
    ask('/main-ABCDEFG2.js', { headers: { 'accept-encoding': value } });
  const brotli = await accepting('gzip, deflate, br');
  assert.equal(brotli.headers['content-encoding'], 'br');
  assert.equal(brotliDecompressSync(brotli.body).toString(), script);
  const gzip = await accepting('gzip, br;q=0');
  assert.equal(gzip.headers['content-encoding'], 'gzip');
  assert.equal(gunzipSync(gzip.body).toString(), script);
  const plain = await accepting('identity');
  assert.equal(plain.headers['content-encoding'], undefined);
  assert.equal(plain.body.toString(), script);
  assert.equal(plain.headers.vary, 'Accept-Encoding');
});

test('as on CloudFront, small files and fonts are not compressed', async () => {
  for (const path of ['/small.svg', '/media/font.woff2']) {
    const { headers } = await ask(path, { headers: { 'accept-encoding': 'br, gzip' } });
    assert.equal(headers['content-encoding'], undefined, path);
  }
});

test('every answer carries the security headers, and a file the caching of its kind', async () => {
  const expected = responseHeaders({ userPoolEndpoint: originUrl(), scheme: 'http' });
  answerOfOrigin = (_, response) => {
    response.setHeader('referrer-policy', 'unsafe-url');
    response.end();
  };
  for (const path of ['/', '/main-ABCDEFG2.js', '/missing.js', '/api/news']) {
    const { headers } = await ask(path);
    for (const [name, value] of Object.entries(expected)) assert.equal(headers[name], value, path);
  }
  const cached = await ask('/main-ABCDEFG2.js');
  assert.match(cached.headers['cache-control'] ?? '', /immutable/);
  assert.equal((await ask('/')).headers['cache-control'], 'no-cache');
});

test('the front page has the first news sent along, and nothing else has', async () => {
  answerOfOrigin = (_, response) => {
    response.end();
  };
  for (const path of ['/', '/?from=mail', '/desk', '/index.html', '/main-ABCDEFG2.js', '/api']) {
    const [address = ''] = path.split('?');
    assert.equal((await ask(path)).headers['link'], behaviourOf(address).link, path);
  }
});

test('what the browser has is not sent again', async () => {
  const headers = { 'accept-encoding': 'br' };
  const first = await ask('/', { headers });
  const etag = first.headers.etag ?? '';
  const again = await ask('/', { headers: { ...headers, 'if-none-match': `"x", ${etag}` } });
  assert.equal(again.status, 304);
  assert.equal(again.body.length, 0);
  assert.equal(again.headers.etag, etag);
  const changed = await ask('/', { headers: { ...headers, 'if-none-match': '"x"' } });
  assert.equal(changed.status, 200);
});

test('HEAD says what GET would send, without sending it', async () => {
  const head = await ask('/', { method: 'HEAD' });
  assert.equal(head.status, 200);
  assert.equal(head.headers['content-length'], String(page.length));
  assert.equal(head.body.length, 0);
  assert.equal((await ask('/', { method: 'POST' })).status, 403);
});

test('routes of the app get the page, missing files a 404', async () => {
  const route = await ask('/news/0198?from=desk');
  assert.equal(route.status, 200);
  assert.equal(route.body.toString(), page);
  assert.equal((await ask('/missing.js')).status, 404);
});

test('no path leads out of the build', async () => {
  for (const path of [
    '/../secret.txt',
    '/..%2fsecret.txt',
    '/media/..\\..\\secret.txt',
    '//secret.txt',
  ]) {
    const { status, body } = await ask(path);
    assert.equal(status, 404, path);
    assert.ok(!body.includes('secret'), path);
  }
});

test('the APIs and the configuration are handed on whole, both ways', async () => {
  answerOfOrigin = (request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      response.writeHead(418, { 'x-kept': 'yes', 'content-type': 'application/json' });
      response.end(`${request.method} ${request.url} ${Buffer.concat(chunks).toString()}`);
    });
  };
  const posted = await ask('/api/trash/1/restore?x=1', { method: 'POST', body: 'text' });
  assert.equal(posted.status, 418);
  assert.equal(posted.headers['x-kept'], 'yes');
  assert.equal(posted.body.toString(), 'POST /api/trash/1/restore?x=1 text');
  assert.equal((await ask('/services/hello')).status, 418);
  assert.equal((await ask('/amplify_outputs.json')).status, 418);
  assert.equal((await ask('/apiary')).status, 200);
});

test('a body is never read as the next request', async () => {
  const seen: string[] = [];
  answerOfOrigin = (request, response) => {
    seen.push(`${request.method} ${request.url}`);
    request.resume().on('end', () => response.end());
  };
  const hidden = 'POST /mailbox HTTP/1.1\r\nhost: localhost\r\ncontent-length: 0\r\n\r\n';
  const framings: Record<string, string>[] = [
    { 'transfer-encoding': 'chunked' },
    { connection: 'content-length', 'content-length': String(hidden.length) },
  ];
  for (const headers of framings) {
    for (const method of ['GET', 'DELETE', 'OPTIONS']) {
      await ask('/api/news', { method, headers, body: hidden });
    }
  }
  assert.deepEqual(
    seen,
    framings.flatMap(() => ['GET /api/news', 'DELETE /api/news', 'OPTIONS /api/news']),
  );
});

test('a back end that is slow is a 504, one that is away a 502, both with a message', async () => {
  answerOfOrigin = () => undefined;
  const build = { folder: join(folder, 'build'), port: 0 };
  const impatient = await openPreview({ ...build, origin: originUrl(), originTimeoutMs: 200 });
  const slow = await ask('/api/news', { port: impatient.port });
  assert.equal(slow.status, 504);
  assert.match(slow.body.toString(), /^{"message":"The server takes too long/);
  await impatient.close();

  const away = await openPreview({ ...build, origin: 'http://127.0.0.1:1' });
  const refused = await ask('/api/news', { port: away.port });
  assert.equal(refused.status, 502);
  assert.match(refused.body.toString(), /^{"message":"The server cannot be reached/);
  assert.equal((await ask('/', { port: away.port })).status, 200);
  await away.close();
});
