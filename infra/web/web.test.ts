import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Script } from 'node:vm';
import { behaviourOf, behaviours, preloadedNews } from './behaviours.ts';
import { cacheControl } from './cache-rules.ts';
import { contentType } from './content-types.ts';
import { responseHeaders, styleAttributeHashes } from './response-headers.ts';
import { spaFallback } from './spa-fallback.ts';
import { viewerRequest } from './viewer-request.ts';

const onAws = {
  userPoolEndpoint: 'https://cognito-idp.eu-west-1.amazonaws.com',
  scheme: 'https',
} as const;

test('the policy lets scripts, styles and connections reach this origin and the user pool only', () => {
  const headers = responseHeaders(onAws);
  const policy = new Map(
    headers['content-security-policy']?.split('; ').map((directive) => {
      const [name = '', ...sources] = directive.split(' ');
      return [name, sources.join(' ')];
    }),
  );
  assert.equal(policy.get('default-src'), "'none'");
  assert.equal(policy.get('script-src'), "'self'");
  assert.equal(policy.get('style-src'), "'self'");
  assert.equal(policy.get('connect-src'), `'self' ${onAws.userPoolEndpoint}`);
  assert.equal(policy.get('frame-ancestors'), "'none'");
  assert.equal(policy.get('require-trusted-types-for'), "'script'");
  assert.equal(policy.get('trusted-types'), 'angular');
});

test('the domain of the user pool may be asked for tokens, and for nothing else', () => {
  const userPoolDomain = 'https://presspass.auth.eu-west-1.amazoncognito.com';
  const { 'content-security-policy': without = '', ...others } = responseHeaders(onAws);
  const { 'content-security-policy': policy = '', ...same } = responseHeaders({
    ...onAws,
    userPoolDomain: `${userPoolDomain}/oauth2/token`,
  });
  const connections = `connect-src 'self' ${onAws.userPoolEndpoint}`;
  assert.equal(policy, without.replace(connections, `${connections} ${userPoolDomain}`));
  assert.deepEqual(same, others);
});

test('a domain at the address of the user pool, as the stand-in has it, is named once', () => {
  const standIn = { userPoolEndpoint: 'http://localhost:1', scheme: 'http' } as const;
  assert.deepEqual(
    responseHeaders({ ...standIn, userPoolDomain: 'http://localhost:1/' }),
    responseHeaders(standIn),
  );
});

test('style attributes are let through by their hash, or not at all', () => {
  const policy = responseHeaders(onAws)['content-security-policy'] ?? '';
  assert.equal(policy.includes("'unsafe-inline'"), false);
  assert.equal(policy.includes("'unsafe-hashes'"), styleAttributeHashes.length > 0);
});

test('a path in the endpoint does not get into the policy', () => {
  const headers = responseHeaders({ userPoolEndpoint: 'http://localhost:1/; x', scheme: 'http' });
  assert.match(
    headers['content-security-policy'] ?? '',
    /connect-src 'self' http:\/\/localhost:1;/,
  );
});

test('only https asks the browser to stay on https', () => {
  const on = (scheme: 'http' | 'https'): string[] =>
    Object.keys(responseHeaders({ userPoolEndpoint: 'http://localhost:1', scheme }));
  assert.ok(on('https').includes('strict-transport-security'));
  assert.ok(!on('http').includes('strict-transport-security'));
});

test('what carries a hash in its name is kept for a year, everything else is asked for again', () => {
  for (const path of ['/main-h2zbu8h6.js', '/styles-5INURTSO.css', '/media/a-b-2XKQ2FZB.woff2']) {
    assert.equal(cacheControl(path), 'public, max-age=31536000, immutable', path);
  }
  for (const path of ['/index.html', '/amplify_outputs.json', '/favicon.svg', '/a-short.js']) {
    assert.equal(cacheControl(path), 'no-cache', path);
  }
});

test('the routes of the app become the page; files and the APIs stay what they are', () => {
  for (const path of [
    '/',
    '/news/5f1c',
    '/desk',
    '/sign-in;a=b/code',
    '/a-page-of-tomorrow',
    '/apiary',
    '/sign-in-not',
    '/news/some.thing',
    '/v1.2/news',
  ]) {
    assert.equal(spaFallback(path), '/index.html', path);
  }
  for (const path of ['/main.js', '/api', '/api/news', '/services/hello', '/a/b.css']) {
    assert.equal(spaFallback(path), path);
  }
});

test('as a CloudFront Function it asks for the same files: its text needs nothing around it', () => {
  const handler = new Script(`${viewerRequest}; handler`).runInNewContext() as (event: object) => {
    uri: string;
    headers: object;
  };
  for (const path of ['/', '/desk', '/news/5f1c', '/sign-in/code', '/main.js', '//', '/services']) {
    const headers = { host: { value: 'd111.cloudfront.net' } };
    const asked = handler({ request: { method: 'GET', uri: path, headers, querystring: {} } });
    assert.equal(asked.uri, spaFallback(path), path);
    assert.equal(asked.headers, headers);
  }
  // https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/cloudfront-limits.html
  assert.ok(Buffer.byteLength(viewerRequest) <= 10_240);
});

test('no address asks the bucket for its root, where S3 would list what it holds', () => {
  for (const path of ['/', '//', '/?', '/.', '/..', '/%2f', '/;', '/ ', '/index.html/']) {
    assert.match(spaFallback(path), /^\/[^/]/, path);
  }
});

test('APIs answer below their path and at it, files everywhere else', () => {
  for (const path of ['/api', '/api/', '/api/news', '/api/news/1/x.js'])
    assert.equal(behaviourOf(path).origin, '/api', path);
  for (const path of ['/services', '/services/hello'])
    assert.equal(behaviourOf(path).origin, '/services', path);
  for (const path of ['/', '/apiary', '/API/news', '/x/api/news', '//api/news', '/main.js'])
    assert.equal(behaviourOf(path).origin, 'files', path);
});

test('an API that is not deployed has no address', () => {
  assert.equal(behaviourOf('/services/hello', behaviours(['/api'])).origin, 'files');
  assert.equal(behaviourOf('/api/news', behaviours(['/api'])).origin, '/api');
});

test('only the front page has the first news sent along', () => {
  assert.equal(behaviourOf('/').link, preloadedNews);
  assert.match(preloadedNews, /^<\/api\/news\?limit=22>; rel=preload/);
  for (const path of ['/news/5f1c', '/desk', '/main.js', '/index.html', '//', '/api/news'])
    assert.equal(behaviourOf(path).link, undefined, path);
});

test('files have the type of their ending, and one that nosniff lets no script have when it is unknown', () => {
  assert.equal(contentType('/main-h2zbu8h6.js'), 'text/javascript; charset=utf-8');
  assert.equal(contentType('/media/serif.woff2'), 'font/woff2');
  assert.equal(contentType('/LICENSE'), 'application/octet-stream');
});
