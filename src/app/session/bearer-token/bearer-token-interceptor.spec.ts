import { HttpClient, provideHttpClient, withInterceptors } from '@angular/common/http';
import { HttpTestingController, provideHttpClientTesting } from '@angular/common/http/testing';
import { TestBed } from '@angular/core/testing';
import { provideRouter } from '@angular/router';
import { firstValueFrom } from 'rxjs';
import { FakeIdentityProvider, editor, tokensOf } from '../testing/fake-identity-provider';
import { provideFakeSession } from '../testing/provide-fake-session';
import { bearerTokenInterceptor } from './bearer-token-interceptor';
import { GUARDED_API, type GuardedApi } from './guarded-operations';
import { Session } from '../session';

const api: GuardedApi = {
  origin: location.origin,
  operations: [
    { method: 'GET', path: '/api/news', token: 'none' },
    { method: 'GET', path: '/api/news/{id}', token: 'id' },
    { method: 'POST', path: '/api/news', token: 'access' },
  ],
};

describe('bearerTokenInterceptor', () => {
  let provider: FakeIdentityProvider;
  let http: HttpClient;
  let requests: HttpTestingController;

  beforeEach(() => {
    provider = new FakeIdentityProvider();
    TestBed.configureTestingModule({
      providers: [
        provideRouter([]),
        provideHttpClient(withInterceptors([bearerTokenInterceptor])),
        provideHttpClientTesting(),
        ...provideFakeSession({ provider }),
        { provide: GUARDED_API, useValue: api },
      ],
    });
    http = TestBed.inject(HttpClient);
    requests = TestBed.inject(HttpTestingController);
  });

  afterEach(() => {
    requests.verify();
  });

  it('gives each operation its token, once the session has settled', async () => {
    provider.signedIn(editor);
    const read = firstValueFrom(http.get('/api/news/1'));
    const publish = firstValueFrom(http.post('/api/news', {}));
    requests.expectNone('/api/news/1');
    await soon();
    const reading = requests.expectOne('/api/news/1');
    const publishing = requests.expectOne('/api/news');
    expect(reading.request.headers.get('Authorization')).toBe(`Bearer ${tokensOf(editor).id}`);
    expect(publishing.request.headers.get('Authorization')).toBe(
      `Bearer ${tokensOf(editor).access}`,
    );
    reading.flush({});
    publishing.flush({});
    await Promise.all([read, publish]);
  });

  it('neither waits nor sends anything for a public operation or another host', () => {
    provider.signedIn(editor);
    const others = ['/api/news', 'https://evil.test/api/news/1', '//evil.test/api/news/1'];
    for (const url of others) {
      http.get(url).subscribe();
      const { request } = requests.expectOne(url);
      expect(request.headers.has('Authorization')).toBeFalse();
    }
    expect(provider.calls).toEqual([]);
  });

  it('leaves a header alone that is there already', () => {
    provider.signedIn(editor);
    http.get('/api/news/1', { headers: { Authorization: 'mine' } }).subscribe();
    expect(requests.expectOne('/api/news/1').request.headers.get('Authorization')).toBe('mine');
  });

  it('sends an anonymous request as it is', async () => {
    const answer = firstValueFrom(http.get('/api/news/1'));
    await soon();
    const sent = requests.expectOne('/api/news/1');
    expect(sent.request.headers.has('Authorization')).toBeFalse();
    sent.flush({ message: 'Unauthorized' }, { status: 401, statusText: 'Unauthorized' });
    await expectAsync(answer).toBeRejectedWith(jasmine.objectContaining({ status: 401 }));
    expect(provider.calls).toEqual([]);
  });

  it('asks for another token on a 401 and tries once more', async () => {
    provider.signedIn(editor);
    const answer = firstValueFrom(http.get('/api/news/1'));
    await soon();
    refuse(401);
    await soon();
    const second = requests.expectOne('/api/news/1');
    expect(second.request.headers.get('Authorization')).toBe(`Bearer ${tokensOf(editor, 2).id}`);
    second.flush({ id: '1' });
    expect(await answer).toEqual({ id: '1' });
  });

  it('gives up after the second 401, still signed in', async () => {
    provider.signedIn(editor);
    const answer = firstValueFrom(http.get('/api/news/1'));
    await soon();
    refuse(401);
    await soon();
    refuse(401);
    await soon();
    await expectAsync(answer).toBeRejectedWith(jasmine.objectContaining({ status: 401 }));
    expect(provider.calls.filter((call) => call === 'refresh')).toEqual(['refresh']);
    expect(TestBed.inject(Session).state().kind).toBe('signed-in');
  });

  for (const status of [400, 403, 404, 429, 500, 503])
    it(`takes ${String(status)} for an answer`, async () => {
      provider.signedIn(editor);
      const answer = firstValueFrom(http.get('/api/news/1'));
      await soon();
      refuse(status);
      await expectAsync(answer).toBeRejectedWith(jasmine.objectContaining({ status }));
      expect(provider.calls).not.toContain('refresh');
    });

  it('refreshes once for a hundred requests with an expired token', async () => {
    provider.signedIn(editor);
    const answers = Promise.all(
      Array.from({ length: 100 }, (_, i) => firstValueFrom(http.get(`/api/news/${String(i)}`))),
    );
    await soon();
    for (const sent of requests.match(() => true))
      sent.flush({ message: 'The incoming token has expired' }, { status: 401, statusText: 'No' });
    await soon();
    const again = requests.match(() => true);
    expect(again.length).toBe(100);
    for (const sent of again) sent.flush({});
    await answers;
    expect(provider.calls.filter((call) => call === 'refresh')).toEqual(['refresh']);
  });

  it('says 401 when the session has ended', async () => {
    provider.signedIn(editor);
    const answer = firstValueFrom(http.get('/api/news/1'));
    await soon();
    provider.refuse();
    refuse(401);
    await soon();
    await expectAsync(answer).toBeRejectedWith(jasmine.objectContaining({ status: 401 }));
    expect(TestBed.inject(Session).state().kind).toBe('anonymous');
  });

  it('says that nothing could be reached when the sign-in server is away', async () => {
    provider.signedIn(editor);
    const answer = firstValueFrom(http.get('/api/news/1'));
    await soon();
    provider.fail();
    refuse(401);
    await soon();
    await expectAsync(answer).toBeRejectedWith(jasmine.objectContaining({ status: 0 }));
    expect(TestBed.inject(Session).state().kind).toBe('unavailable');
  });

  function refuse(status: number): void {
    requests.expectOne('/api/news/1').flush({ message: 'No' }, { status, statusText: 'No' });
  }
});

/** After everything that waits for a promise of the fake provider. */
function soon(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve));
}
