import { HttpClient, provideHttpClient, withInterceptors } from '@angular/common/http';
import { HttpTestingController, provideHttpClientTesting } from '@angular/common/http/testing';
import { TestBed } from '@angular/core/testing';
import { provideRouter } from '@angular/router';
import { editor } from '../testing/fake-identity-provider';
import { provideFakeSession } from '../testing/provide-fake-session';
import { provideSession } from '../provide-session';
import { Session } from '../session';
import { bearerTokenInterceptor } from './bearer-token-interceptor';
import { GUARDED_API, type GuardedApi } from './guarded-operations';

const api: GuardedApi = {
  origin: 'https://api.example.com',
  operations: [
    { method: 'GET', path: '/api/news', token: 'id' },
    { method: 'GET', path: '/api/news/{id}', token: 'id' },
  ],
};

/** Beginnings of addresses that lead elsewhere, or are read so by some parser. */
const wrongOrigins = [
  'https://evil.test',
  'http://api.example.com',
  'https://api.example.com:8443',
  'https://api.example.com:80',
  'https://api.example.com.',
  'https://api.example.com..',
  'https://api.example.com.evil.test',
  'https://api-example.com',
  'https://xapi.example.com',
  'https://example.com',
  'https://api.example.com@evil.test',
  'https://api.example.com%40evil.test',
  'https://api.example.com:443@evil.test',
  'https://somebody@api.example.com',
  'https://somebody:secret@api.example.com',
  'https://:@evil.test',
  'https://evil.test#@api.example.com',
  'https://evil.test?@api.example.com',
  'https://evil.test/https://api.example.com',
  'https://evil.test\\@api.example.com',
  'https://evil.test\\.api.example.com',
  '//evil.test',
  '\\\\evil.test',
  '/\\evil.test',
  '\t//evil.test',
  '/\n/evil.test',
  'https:\\\\evil.test',
  'https:evil.test',
  'https:/evil.test',
  'https://ａｐｉ.example.com.evil.test',
  'https://api.exаmple.com', // a Cyrillic а
  'https://api.example.com\u3002evil.test', // an ideographic full stop
  'https://api.examp\u0142e.com',
  'https://xn--pi-7kc.example.com',
  'https://api.example.com\u200bx',
  'https://2130706433',
  'https://[::1]',
  'ws://api.example.com',
  'ftp://api.example.com',
  'blob:https://api.example.com',
  'filesystem:https://api.example.com',
  'data:text/plain,https://api.example.com',
  'javascript:https://api.example.com',
  'about:blank#https://api.example.com',
];

const rightPaths = [
  '/api/news',
  '/api/news/1',
  '/api/news?limit=20',
  '/api/news/1#top',
  '/api/news/%31',
];

/** Paths on the right host that are no operation, or are taken for one by whoever decodes twice. */
const wrongPaths = [
  '/',
  '/api',
  '/api/',
  '/api/newsletter',
  '/api/newsletter/1',
  '/api/news/',
  '/api/news/1/',
  '/api/news/1/comments',
  '/api/news//',
  '//api/news',
  '/api//news',
  '/API/news',
  '/api/News',
  '/v2/api/news',
  '/api/news/../newsletter',
  '/api/news/..',
  '/api/news/%2e%2e',
  '/api/news/%2E%2e/1',
  '/api/./newsletter',
  '/api/news%2F1',
  '/api%2Fnews',
  '/api%2fnews/1',
  '/api\\newsletter',
  '/api/news\\..\\newsletter',
  '/api/news;v=2',
  '/api/news.json',
  '/api/news%00',
  '/api/news%20',
  '/api/news%3Fx',
  '/api/ne%77s',
  '/%61pi/news',
  '/api/news..',
  '/oauth2/token',
  '/login',
];

/** Upper case, spaces and tabs around: parsers take them away, and so must a comparison. */
const disguises = [
  (url: string) => url,
  (url: string) => ` ${url}`,
  (url: string) => `${url}\t`,
  (url: string) => url.replace(/^[a-z]+:/, (scheme) => scheme.toUpperCase()),
  (url: string) => url.replace('example', 'EXAMPLE'),
];

const addresses = [
  ...wrongOrigins.flatMap((origin) => rightPaths.map((path) => `${origin}${path}`)),
  ...wrongPaths.map((path) => `https://api.example.com${path}`),
].flatMap((url) => disguises.map((disguise) => disguise(url)));

describe('a thousand wrong addresses', () => {
  it('are never sent a token', async () => {
    TestBed.configureTestingModule({
      providers: [
        provideRouter([]),
        provideHttpClient(withInterceptors([bearerTokenInterceptor])),
        provideHttpClientTesting(),
        provideFakeSession({ person: editor }),
        { provide: GUARDED_API, useValue: api },
      ],
    });
    await TestBed.inject(Session).settled();
    const http = TestBed.inject(HttpClient);
    const requests = TestBed.inject(HttpTestingController);
    const unique = [...new Set(addresses)];
    expect(unique.length).toBeGreaterThan(1_000);

    const right = 'HTTPS://API.example.com:443/api/news/1?x=//evil.test#@evil.test';
    for (const url of [...unique, right]) http.get(url).subscribe();
    await new Promise((resolve) => setTimeout(resolve));

    const sent = requests.match(() => true);
    expect(sent.length).toBe(unique.length + 1);
    const withToken = sent.filter(({ request }) => request.headers.has('Authorization'));
    expect(withToken.map(({ request }) => request.url)).toEqual([right]);
    // Nor is it taken along by a redirect.
    expect(withToken.map(({ request }) => request.redirect)).toEqual(['error']);
  });

  it('are not made right ones by a <base> that somebody has put into the page', async () => {
    const base = document.createElement('base');
    base.href = 'https://evil.test/';
    document.head.prepend(base);
    try {
      TestBed.configureTestingModule({
        providers: [
          provideRouter([]),
          provideHttpClient(withInterceptors([bearerTokenInterceptor])),
          provideHttpClientTesting(),
          provideSession({
            operations: { listNews: { method: 'GET', path: '/api/news', token: 'id' } },
          }),
          provideFakeSession({ person: editor }),
        ],
      });
      await TestBed.inject(Session).settled();
      TestBed.inject(HttpClient).get('/api/news').subscribe();
      TestBed.inject(HttpClient).get(`${location.origin}/api/news`).subscribe();
      await new Promise((resolve) => setTimeout(resolve));
      const sent = TestBed.inject(HttpTestingController).match(() => true);
      expect(sent.map(({ request }) => request.headers.has('Authorization'))).toEqual([
        false,
        true,
      ]);
    } finally {
      base.remove();
    }
  });
});
