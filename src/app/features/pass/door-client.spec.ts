import { provideHttpClient, withInterceptors } from '@angular/common/http';
import { HttpTestingController, provideHttpClientTesting } from '@angular/common/http/testing';
import { TestBed } from '@angular/core/testing';
import { DoorClient } from './door-client';
import type { DoorRequest } from './door-request';

describe('DoorClient', () => {
  const request: DoorRequest = {
    kind: 'harmless',
    method: 'DELETE',
    path: '/api/news',
    body: '{"tryout":""}',
    token: 'mine',
  };
  let requests: HttpTestingController;

  beforeEach(() => {
    TestBed.configureTestingModule({
      providers: [
        provideHttpClient(
          withInterceptors([
            () => {
              throw new Error('An interceptor has seen it.');
            },
          ]),
        ),
        provideHttpClientTesting(),
      ],
    });
    requests = TestBed.inject(HttpTestingController);
  });

  const send = (change: Partial<DoorRequest> = {}) =>
    TestBed.inject(DoorClient).send({ ...request, ...change });

  it('sends exactly what it is given, past interceptors, without cookies, and follows no redirect', async () => {
    const answer = send();
    const sent = requests.expectOne(`${location.origin}/api/news`);
    expect(sent.request.method).toBe('DELETE');
    expect(sent.request.body).toBe(request.body);
    expect(sent.request.headers.get('Authorization')).toBe('Bearer mine');
    expect(sent.request.credentials).toBe('omit');
    expect(sent.request.redirect).toBe('error');
    sent.flush('{"message":"Unauthorized"}', {
      status: 401,
      statusText: 'Unauthorized',
      headers: { 'x-presspass-reason': 'it wants an ID token' },
    });
    expect(await answer).toEqual({
      kind: 'answered',
      status: 401,
      body: '{"message":"Unauthorized"}',
      reason: 'it wants an ID token',
      took: jasmine.any(Number),
    });
  });

  it('sends no header where there is no token', async () => {
    const answer = send({ method: 'GET', body: null, token: null });
    const sent = requests.expectOne(`${location.origin}/api/news`);
    expect(sent.request.headers.keys()).toEqual([]);
    sent.flush('[]');
    expect(await answer).toEqual(
      jasmine.objectContaining({ status: 200, body: '[]', reason: null }),
    );
  });

  for (const path of ['//evil.test/api/news', 'https://evil.test/', '/\\evil.test/'])
    it(`sends nothing to ${path}`, async () => {
      await expectAsync(send({ path })).toBeRejectedWithError(TypeError);
      requests.verify();
    });

  it('tells when nobody answers', async () => {
    const answer = send();
    requests.expectOne(`${location.origin}/api/news`).error(new ProgressEvent('error'));
    expect(await answer).toEqual({ kind: 'unreachable' });
  });
});
