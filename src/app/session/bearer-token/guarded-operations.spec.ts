import { tokenKindOf, type GuardedApi } from './guarded-operations';

const api: GuardedApi = {
  origin: 'https://api.example.com',
  operations: [
    { method: 'GET', path: '/api/news', token: 'none' },
    { method: 'DELETE', path: '/api/news', token: 'id' },
    { method: 'GET', path: '/api/news/{id}', token: 'id' },
    { method: 'POST', path: '/api/news', token: 'access' },
    { method: 'POST', path: '/api/trash/{id}/restore', token: 'id' },
  ],
};

function kindOf(method: string, url: string) {
  return tokenKindOf(api, { method, url: new URL(url, 'https://app.example.com/') });
}

describe('tokenKindOf', () => {
  it('knows the token of each operation', () => {
    expect(kindOf('GET', 'https://api.example.com/api/news/1')).toBe('id');
    expect(kindOf('POST', 'https://api.example.com/api/news')).toBe('access');
    expect(kindOf('POST', 'https://api.example.com/api/trash/1/restore')).toBe('id');
    expect(kindOf('DELETE', 'https://API.example.com/api/news?all')).toBe('id');
  });

  it('sends nothing to a public operation', () => {
    expect(kindOf('GET', 'https://api.example.com/api/news?limit=20')).toBe('none');
  });

  const strangers = [
    'https://api.example.com.evil.test/api/news/1',
    'https://evil.test/api/news/1',
    '//evil.test/api/news/1',
    'https://api.example.com@evil.test/api/news/1',
    'https://somebody@api.example.com/api/news/1',
    'https://somebody:secret@api.example.com/api/news/1',
    'http://api.example.com/api/news/1',
    'https://api.example.com:8443/api/news/1',
    'https://xapi.example.com/api/news/1',
    'https://example.com/api/news/1',
    '/api/news/1',
    'https://api.example.com/api/newsletter/1',
    'https://api.example.com/api/news/',
    'https://api.example.com/api/news/1/',
    'https://api.example.com/api/news/1/comments',
    'https://api.example.com/API/news/1',
    'https://api.example.com/v2/api/news/1',
    'https://api.example.com/api/news/../../1',
    'https://api.example.com//api/news/1',
    'data:text/plain,/api/news/1',
  ];
  for (const url of strangers)
    it(`sends nothing to ${url}`, () => {
      expect(kindOf('GET', url)).toBe('none');
    });

  it('sends nothing with a method that is no operation', () => {
    expect(kindOf('PATCH', 'https://api.example.com/api/news/1')).toBe('none');
    expect(kindOf('HEAD', 'https://api.example.com/api/news/1')).toBe('none');
  });
});
