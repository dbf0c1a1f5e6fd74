import { provideHttpClient } from '@angular/common/http';
import { HttpTestingController, provideHttpClientTesting } from '@angular/common/http/testing';
import { TestBed } from '@angular/core/testing';
import { provideRouter } from '@angular/router';
import { SignJWT, generateKeyPair } from 'jose';
import { Notices } from '../../shared/notices';
import { eventually } from '../../testing/eventually';
import { AmplifyIdentityProvider } from './amplify-identity-provider';
import { AmplifyLoader } from './amplify-loader';
import { IdentityProvider } from '../identity/identity-provider';
import { Session } from '../session';
import { type SessionRecord, parseRecord } from './storage/session-record';

const clientId = '1exampleclient000000000001';
const outputs = {
  version: '1.4',
  auth: {
    aws_region: 'eu-west-1',
    user_pool_id: 'eu-west-1_example01',
    user_pool_client_id: clientId,
    username_attributes: ['email'],
  },
  custom: { local: { endpoint: 'http://127.0.0.1:9/' } },
};
const storageKey = 'session.session';
const sub = '53bf2def-5c59-4639-a656-cd9f743c3c9c';
const person = { id: sub, email: 'reader@presspass.test', groups: [] };

/** The real Amplify with real signed tokens; only `fetch` is ours. */
describe('AmplifyIdentityProvider', () => {
  let keys: CryptoKeyPair;
  let fetchSpy: jasmine.Spy<typeof fetch>;

  beforeAll(async () => {
    keys = await generateKeyPair('RS256');
  });

  beforeEach(() => {
    localStorage.clear();
    sessionStorage.clear();
    fetchSpy = spyOn(window, 'fetch');
    TestBed.configureTestingModule({
      providers: [
        provideRouter([]),
        provideHttpClient(),
        provideHttpClientTesting(),
        { provide: IdentityProvider, useClass: AmplifyIdentityProvider },
      ],
    });
  });

  afterEach(() => {
    localStorage.clear();
    sessionStorage.clear();
  });

  it('remembers nobody, and asks nothing, in a browser without a session', async () => {
    expect(await TestBed.inject(Session).settled()).toEqual({ kind: 'anonymous' });
    TestBed.inject(HttpTestingController).verify();
    expect(fetchSpy).not.toHaveBeenCalled();
  });

  it('restores a session that has not expired without asking the user pool', async () => {
    await store({ expiresIn: 3600 });
    expect(await settle()).toEqual({ kind: 'signed-in', person });
    expect(fetchSpy).not.toHaveBeenCalled();
  });

  it('knows a session that has not expired, and ends it, without loading Amplify', async () => {
    const loading = spyOn(TestBed.inject(AmplifyLoader), 'load').and.callThrough();
    await store({ expiresIn: 3600 });
    const id = kept()?.id ?? 'none';
    expect(await settle()).toEqual({ kind: 'signed-in', person });
    expect(await TestBed.inject(Session).token('id')).toBe(id);
    fetchSpy.and.resolveTo(json(200, {}));
    await TestBed.inject(Session).signOut();
    expect(fetchSpy.calls.mostRecent().args[1]?.body).toContain('refresh-1');
    expect(loading).not.toHaveBeenCalled();
  });

  it('does not refresh again what another tab has refreshed while Amplify was on its way', async () => {
    const loader = TestBed.inject(AmplifyLoader);
    const load = loader.load.bind(loader);
    let arrive: () => void = () => undefined;
    const arrival = new Promise<void>((resolve) => (arrive = resolve));
    spyOn(loader, 'load').and.callFake(() => arrival.then(load));
    await store({ expiresIn: 1800 });
    const refreshed = TestBed.inject(IdentityProvider).tokens({ forceRefresh: true });
    await store({ expiresIn: 3600 });
    arrive();
    await macrotask();
    await answerConfiguration();
    expect((await refreshed)?.access).toBe(kept()?.access);
    expect(fetchSpy).not.toHaveBeenCalled();
  });

  it('refreshes expired tokens at the stand-in, and keeps the rotated refresh token', async () => {
    await store({ expiresIn: -60 });
    const [IdToken, AccessToken] = await Promise.all([token('id', 3600), token('access', 3600)]);
    fetchSpy.and.resolveTo(
      json(200, {
        AuthenticationResult: {
          IdToken,
          AccessToken,
          RefreshToken: 'refresh-2',
          ExpiresIn: 3600,
          TokenType: 'Bearer',
        },
      }),
    );
    expect(await settle()).toEqual({ kind: 'signed-in', person });
    expect(await TestBed.inject(Session).token('access')).toBe(AccessToken);
    expect(fetchSpy).toHaveBeenCalledTimes(1);
    expect(fetchSpy.calls.first().args[0]).toEqual(new URL('http://127.0.0.1:9/') as never);
    expect(kept()?.refresh).toBe('refresh-2');
  });

  const passing: [string, () => Promise<Response>][] = [
    ['a network fault', () => Promise.reject(new TypeError('Failed to fetch'))],
    ['429', () => Promise.resolve(failure(429, 'TooManyRequestsException', 'Rate exceeded'))],
    ['500', () => Promise.resolve(failure(500, 'InternalErrorException', 'Internal error'))],
  ];
  for (const [what, answer] of passing)
    it(`keeps the person and the tokens when the refresh meets ${what}`, async () => {
      await store({ expiresIn: -60 });
      fetchSpy.and.callFake(answer);
      const away = { kind: 'unavailable', person } as const;
      expect(await settle()).toEqual(jasmine.objectContaining(away) as never);
      expect(kept()?.refresh).toBe('refresh-1');
    });

  for (const name of ['NotAuthorizedException', 'UserNotFoundException'])
    it(`signs out, once and with a message, on ${name}`, async () => {
      await store({ expiresIn: -60 });
      fetchSpy.and.callFake(() => Promise.resolve(failure(400, name, 'Refresh Token has expired')));
      const shown = spyOn(TestBed.inject(Notices), 'show');
      expect(await settle()).toEqual({ kind: 'anonymous' });
      expect(await TestBed.inject(Session).token('id')).toBeNull();
      expect(shown).toHaveBeenCalledTimes(1);
      expect(Object.keys(localStorage)).toEqual([]);
    });

  it('keeps the person when the configuration cannot be had, and asks again', async () => {
    await store({ expiresIn: 3600 });
    expect(await settle(503)).toEqual({ kind: 'unavailable', person, trouble: 'away' });
    const again = TestBed.inject(Session).retry();
    await new Promise((resolve) => setTimeout(resolve));
    await answerConfiguration();
    expect(await again).toEqual({ kind: 'signed-in', person });
  });

  it('forgets what another app client has left behind', async () => {
    await store({ expiresIn: 3600, client: 'another' });
    expect(await settle()).toEqual({ kind: 'anonymous' });
    expect(Object.keys(localStorage)).toEqual([]);
  });

  it('signs out here even when the sign-in server is away', async () => {
    await store({ expiresIn: 3600 });
    await settle();
    fetchSpy.and.rejectWith(new TypeError('Failed to fetch'));
    await TestBed.inject(Session).signOut();
    expect(TestBed.inject(Session).state()).toEqual({ kind: 'anonymous' });
    expect(Object.keys(localStorage)).toEqual([]);
  });

  it('has signed out before the user pool has answered', async () => {
    await store({ expiresIn: 3600 });
    await settle();
    let answer: (response: Response) => void = () => undefined;
    fetchSpy.and.returnValue(new Promise((resolve) => (answer = resolve)));
    const signingOut = TestBed.inject(Session).signOut();
    await macrotask();
    expect(Object.keys(localStorage)).toEqual([]);
    await eventually('a request', () => fetchSpy.calls.count());
    const [, request] = fetchSpy.calls.mostRecent().args;
    // The browser sends it also when the page is left.
    expect(request?.keepalive).toBeTrue();
    expect(request?.body).toContain('refresh-1');
    answer(json(200, {}));
    await signingOut;
  });

  it('forgets on sign-out who had begun to sign in, and nothing of others', async () => {
    await store({ expiresIn: 3600 });
    await settle();
    localStorage.setItem('CognitoIdentityServiceProvider.foreign.LastAuthUser', 'somebody');
    sessionStorage.setItem('CognitoSignInState.username', person.email);
    fetchSpy.and.resolveTo(json(200, {}));
    await TestBed.inject(Session).signOut();
    expect(Object.keys(sessionStorage)).toEqual([]);
    expect(Object.keys(localStorage)).toEqual([
      'CognitoIdentityServiceProvider.foreign.LastAuthUser',
    ]);
  });

  it('takes nothing of another Amplify app of the same origin for a session', async () => {
    const key = `CognitoIdentityServiceProvider.${clientId}`;
    localStorage.setItem(`${key}.LastAuthUser`, sub);
    localStorage.setItem(`${key}.${sub}.idToken`, await token('id', 3600));
    expect(await TestBed.inject(Session).settled()).toEqual({ kind: 'anonymous' });
  });

  for (const nonsense of ['', 'null', '5', '"text"', '{}', '{"access":"x"}', '{"person":5}'])
    it(`takes ${JSON.stringify(nonsense)} for no session`, async () => {
      localStorage.setItem(storageKey, nonsense);
      expect(await TestBed.inject(Session).settled()).toEqual({ kind: 'anonymous' });
    });

  it('knows nobody where storage is not for us', async () => {
    const blocked = spyOnProperty(window, 'localStorage').and.callFake(() => {
      throw new DOMException('Access is denied', 'SecurityError');
    });
    expect(await TestBed.inject(Session).settled()).toEqual({ kind: 'anonymous' });
    blocked.and.callThrough();
  });

  it('has signed out before Amplify has come', async () => {
    await store({ expiresIn: 3600 });
    const settling = TestBed.inject(Session).settled();
    const signingOut = TestBed.inject(Session).signOut();
    await eventually('an empty localStorage', () => localStorage.length === 0);
    expect(TestBed.inject(Session).state()).toEqual({ kind: 'anonymous' });
    fetchSpy.and.resolveTo(json(200, {}));
    await answerConfiguration();
    await Promise.all([settling, signingOut]);
    expect(TestBed.inject(Session).state()).toEqual({ kind: 'anonymous' });
    expect(fetchSpy.calls.mostRecent().args[1]?.body).toContain('refresh-1');
  });

  it('has signed out while a refresh goes unanswered, and takes nothing of what it brings later', async () => {
    await store({ expiresIn: 3600 });
    await settle();
    const answers: ((response: Response) => void)[] = [];
    fetchSpy.and.callFake(() => new Promise((resolve) => answers.push(resolve)));
    const refreshing = TestBed.inject(Session).refresh();
    await eventually('a request', () => answers.length === 1);
    const signingOut = TestBed.inject(Session).signOut();
    await eventually('a second request', () => answers.length === 2);
    expect(Object.keys(localStorage)).toEqual([]);
    answers[0]?.(await refreshed());
    answers[1]?.(json(200, {}));
    await Promise.all([signingOut, refreshing.catch(() => null)]);
    expect(Object.keys(localStorage)).toEqual([]);
    expect(TestBed.inject(Session).state()).toEqual({ kind: 'anonymous' });
  });

  it('leaves a session alone that begins while the one before is refused', async () => {
    await store({ expiresIn: -60 });
    const answers: ((response: Response) => void)[] = [];
    fetchSpy.and.callFake(() => new Promise((resolve) => answers.push(resolve)));
    const settling = settle();
    await eventually('a request', () => answers.length === 1);
    await store({ expiresIn: 3600, session: 'two' });
    answers[0]?.(failure(400, 'NotAuthorizedException', 'Refresh Token has been revoked'));
    expect(await settling).toEqual({ kind: 'signed-in', person });
    expect(kept()?.session).toBe('two');
  });

  it('leaves a session alone that begins while the one before is being revoked', async () => {
    await store({ expiresIn: 3600 });
    await settle();
    const answers: ((response: Response) => void)[] = [];
    fetchSpy.and.callFake(() => new Promise((resolve) => answers.push(resolve)));
    const signingOut = TestBed.inject(Session).signOut();
    await eventually('a request', () => answers.length === 1);
    await store({ expiresIn: 3600, session: 'two' });
    answers[0]?.(json(200, {}));
    await signingOut;
    expect(kept()?.session).toBe('two');
  });

  for (const access of ['not.a.token', 'x', 'e30.e30.e30', 5])
    it(`throws away a session whose token is ${JSON.stringify(access)}`, async () => {
      await store({ expiresIn: 3600 });
      localStorage.setItem(storageKey, JSON.stringify({ ...kept(), access }));
      const settling = TestBed.inject(Session).settled();
      await macrotask();
      for (const request of TestBed.inject(HttpTestingController).match(() => true))
        request.flush(outputs);
      expect(await settling).toEqual({ kind: 'anonymous' });
      expect(Object.keys(localStorage)).toEqual([]);
      expect(fetchSpy).not.toHaveBeenCalled();
    });

  async function refreshed(): Promise<Response> {
    const [IdToken, AccessToken] = await Promise.all([token('id', 3600), token('access', 3600)]);
    const tokens = { IdToken, AccessToken, RefreshToken: 'refresh-2', ExpiresIn: 3600 };
    return json(200, { AuthenticationResult: { ...tokens, TokenType: 'Bearer' } });
  }

  async function settle(status = 200) {
    const settled = TestBed.inject(Session).settled();
    await answerConfiguration(status);
    return settled;
  }

  async function answerConfiguration(status = 200): Promise<void> {
    const request = TestBed.inject(HttpTestingController).expectOne('/amplify_outputs.json');
    request.flush(outputs, { status, statusText: String(status) });
    await Promise.resolve();
  }

  function token(use: 'id' | 'access', expiresIn: number, session = 'one'): Promise<string> {
    const now = Math.floor(Date.now() / 1000);
    const claims = use === 'id' ? { email: person.email, aud: clientId } : { client_id: clientId };
    return new SignJWT({ ...claims, sub, token_use: use, origin_jti: session })
      .setProtectedHeader({ alg: 'RS256', kid: use })
      .setIssuedAt(now + expiresIn - 3600)
      .setExpirationTime(now + expiresIn)
      .sign(keys.privateKey);
  }

  async function store({
    expiresIn,
    client = clientId,
    session = 'one',
  }: {
    expiresIn: number;
    client?: string;
    session?: string;
  }) {
    const [id, access] = await Promise.all([
      token('id', expiresIn, session),
      token('access', expiresIn, session),
    ]);
    const record: SessionRecord = {
      client,
      session,
      edition: access.slice(-16),
      issuedAt: Math.floor(Date.now() / 1_000) + expiresIn - 3_600,
      clockDrift: 0,
      person,
      username: sub,
      id,
      access,
      refresh: 'refresh-1',
      amplify: {},
    };
    localStorage.setItem(storageKey, JSON.stringify(record));
  }
});

function kept(): SessionRecord | null {
  return parseRecord(localStorage.getItem(storageKey));
}

async function macrotask(): Promise<void> {
  await new Promise((resolve) => setTimeout(resolve));
}

function json(status: number, body: object): Response {
  return new Response(JSON.stringify(body), { status });
}

function failure(status: number, name: string, message: string): Response {
  return json(status, { __type: name, message });
}
