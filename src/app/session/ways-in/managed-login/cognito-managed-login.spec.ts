import { TestBed } from '@angular/core/testing';
import { provideRouter } from '@angular/router';
import { ConfigurationLoader } from '../../../shared/configuration';
import { eventually } from '../../../testing/eventually';
import { AmplifyIdentityProvider } from '../../amplify/amplify-identity-provider';
import { IdentityProvider } from '../../identity/identity-provider';
import { Session } from '../../session';
import { STORAGE_PREFIX } from '../../storage-prefix';
import {
  FakeUserPoolDomain,
  type Forgery,
  configurationWithDomain,
  json,
} from '../../testing/fake-user-pool-domain';
import { LifetimeChoice } from '../lifetime-choice';
import { provideWaysIn } from '../provide-ways-in';
import { LEAVE_PAGE } from './leave-page';
import { type Arrival, type Departure, ManagedLogin } from './managed-login';
import { ManagedLoginProblem, type ManagedLoginProblemKind } from './managed-login-problem';

const token = '/oauth2/token';
const keys = '/eu-west-1_example01/.well-known/jwks.json';

/** The real oauth4webapi, the real Amplify and real signed tokens; only `fetch` and leaving the page are ours. */
describe('CognitoManagedLogin', () => {
  let domain: FakeUserPoolDomain;
  let configuration: jasmine.Spy;
  let left: URL[];

  beforeEach(async () => {
    localStorage.clear();
    sessionStorage.clear();
    left = [];
    domain = await FakeUserPoolDomain.open();
    spyOn(window, 'fetch').and.callFake(domain.fetch);
    configuration = jasmine
      .createSpy()
      .and.callFake(() => Promise.resolve(configurationWithDomain(location.origin)));
    openDocument();
  });

  afterEach(() => {
    localStorage.clear();
    sessionStorage.clear();
  });

  /** Another document of the same tab: nothing is left but what the browser keeps. */
  function openDocument(): void {
    TestBed.resetTestingModule().configureTestingModule({
      providers: [
        provideRouter([]),
        provideWaysIn(),
        { provide: IdentityProvider, useClass: AmplifyIdentityProvider },
        { provide: ConfigurationLoader, useValue: { load: configuration } },
        { provide: STORAGE_PREFIX, useValue: 'spec.' },
        { provide: LEAVE_PAGE, useValue: (address: string) => left.push(new URL(address)) },
      ],
    });
  }

  const managedLogin = () => TestBed.inject(ManagedLogin);
  const remembered = () => TestBed.inject(IdentityProvider).remembered()?.email;

  async function leave(departure: Partial<Departure> = {}): Promise<URLSearchParams> {
    await managedLogin().start({ returnTo: '/news/1', lifetime: 'this-device', ...departure });
    const { searchParams } = left.at(-1) ?? new URL('about:blank');
    domain.nonce = searchParams.get('nonce') ?? '';
    openDocument();
    return searchParams;
  }

  /** Leaves, and gives the address that the domain sends the browser back to. */
  async function callback(departure?: Partial<Departure>): Promise<URL> {
    const state = (await leave(departure)).get('state') ?? '';
    return backWith({ code: 'code-1', state });
  }

  async function thereAndBack(departure?: Partial<Departure>): Promise<Arrival> {
    const address = await callback(departure);
    return managedLogin().finish(address);
  }

  function formSentTo(path: string): URLSearchParams {
    return domain.asked.find((one) => one.path === path)?.form ?? new URLSearchParams();
  }

  function backWith(parameters: Record<string, string>): URL {
    return new URL(`/sign-in?${new URLSearchParams(parameters).toString()}`, location.origin);
  }

  async function problemOf(promise: Promise<unknown>): Promise<ManagedLoginProblemKind | 'none'> {
    try {
      await promise;
      return 'none';
    } catch (problem) {
      if (problem instanceof ManagedLoginProblem) return problem.kind;
      throw problem;
    }
  }

  describe('on the way there', () => {
    it('asks for a code with a challenge that only this tab can answer', async () => {
      const asked = await leave({ email: 'reader@presspass.test' });
      const callbackUri = `${location.origin}/sign-in`;
      expect(left[0]?.href).toMatch(/^http:\/\/127\.0\.0\.1:9\/oauth2\/authorize\?/);
      expect(asked.get('response_type')).toBe('code');
      expect(asked.get('redirect_uri')).toBe(callbackUri);
      expect(asked.get('scope')).toBe('openid email aws.cognito.signin.user.admin');
      expect(asked.get('login_hint')).toBe('reader@presspass.test');
      expect(asked.get('code_challenge_method')).toBe('S256');
      expect(asked.has('prompt')).toBeFalse();

      await managedLogin().finish(backWith({ code: 'code-1', state: asked.get('state') ?? '' }));
      const form = formSentTo(token);
      expect(await challengeOf(form.get('code_verifier') ?? '')).toBe(
        asked.get('code_challenge') ?? '',
      );
      expect(form.get('redirect_uri')).toBe(callbackUri);
      expect(form.get('code')).toBe('code-1');
      expect(left[0]?.href).not.toContain(form.get('code_verifier') ?? '');
    });

    it('makes every secret anew', async () => {
      const [one, other] = [await leave(), await leave()];
      for (const name of ['state', 'nonce', 'code_challenge'])
        expect(one.get(name)).not.toBe(other.get(name));
    });

    it('is not offered where the user pool has no page, or none that leads back here', async () => {
      expect(await managedLogin().isOffered()).toBeTrue();
      configuration.and.resolveTo({ localEndpoint: null, outputs: { auth: {} } });
      expect(await managedLogin().isOffered()).toBeFalse();
      configuration.and.resolveTo(configurationWithDomain('https://elsewhere.test'));
      expect(await managedLogin().isOffered()).toBeFalse();
      configuration.and.rejectWith(new TypeError('Failed to fetch'));
      expect(await managedLogin().isOffered()).toBeFalse();
    });

    it('stays where the browser keeps nothing to come back with', async () => {
      spyOn(Storage.prototype, 'setItem').and.throwError('QuotaExceededError');
      expect(await problemOf(leave())).toBe('blocked');
      expect(left).toEqual([]);
    });

    it('stays, and can be tried again, when nothing can be fetched', async () => {
      configuration.and.rejectWith(new TypeError('Failed to fetch'));
      expect(await problemOf(leave())).toBe('unreachable');
      expect(left).toEqual([]);
    });
  });

  it('leaves what other apps of this origin keep alone', async () => {
    TestBed.inject(LifetimeChoice).choose('this-tab');
    await leave();
    const onTheWay = Object.keys(sessionStorage);
    await thereAndBack();
    const keys = [...onTheWay, ...Object.keys(sessionStorage), ...Object.keys(localStorage)];
    expect(keys.length).toBeGreaterThan(3);
    expect(keys.filter((key) => !key.startsWith('spec.'))).toEqual([]);
  });

  describe('on the way back', () => {
    it('makes a session like any other, and knows where to go', async () => {
      const arrival = await thereAndBack();
      expect(arrival).toEqual({ kind: 'signed-in', returnTo: '/news/1' });
      expect(await TestBed.inject(Session).settled()).toEqual(
        jasmine.objectContaining({ kind: 'signed-in' }),
      );
      expect(TestBed.inject(Session).person()?.email).toBe('reader@presspass.test');
    });

    it('tells a session that has settled before', async () => {
      const address = await callback();
      const session = TestBed.inject(Session);
      expect((await session.settled()).kind).toBe('anonymous');
      await managedLogin().finish(address);
      await eventually('a session', () => session.state().kind, {
        isSo: (kind) => kind === 'signed-in',
      });
      expect(session.person()?.email).toBe('reader@presspass.test');
    });

    it('asks for the password anew from then on, until it has signed out at the domain', async () => {
      await thereAndBack();
      expect((await leave()).get('prompt')).toBe('login');
    });

    for (const hours of [-26, 26])
      it(`is not put off by a device whose clock is wrong by ${String(hours)} hours`, async () => {
        domain.clockAhead = hours * 3600;
        const address = await callback();
        expect((await managedLogin().finish(address)).kind).toBe('signed-in');
        expect(remembered()).toBe('reader@presspass.test');
      });

    it('goes to no other site, whatever the tab has kept', async () => {
      const address = await callback();
      for (const key of Object.keys(sessionStorage)) {
        const kept = sessionStorage.getItem(key) ?? '';
        sessionStorage.setItem(key, kept.replace('/news/1', '//evil.test'));
      }
      expect(managedLogin().returnAddress()).toBe('/');
      expect(await managedLogin().finish(address)).toEqual({ kind: 'signed-in', returnTo: '/' });
    });
  });

  describe('refuses, before it asks for any token,', () => {
    const foreign: [string, Record<string, string>][] = [
      ['the state of somebody else', { code: 'stolen', state: 'theirs' }],
      ['a code without a state', { code: 'stolen' }],
      ['tokens in the address', { id_token: 'a.b.c', token: 'x' }],
      ['another issuer', { code: 'stolen', iss: 'https://evil.test' }],
    ];
    for (const [what, parameters] of foreign)
      it(what, async () => {
        const own = (await leave()).get('state') ?? '';
        const address = backWith(parameters);
        if (address.searchParams.has('iss')) address.searchParams.set('state', own);
        expect(await problemOf(managedLogin().finish(address))).toBe('not-ours');
        expect(domain.asked).toEqual([]);
        expect(remembered()).toBeUndefined();
      });

    it('two codes', async () => {
      const address = await callback();
      address.searchParams.append('code', 'stolen');
      expect(await problemOf(managedLogin().finish(address))).not.toBe('none');
      expect(domain.count(token)).toBe(0);
    });

    it('what this tab has not started: another browser’s, or a link', async () => {
      const address = await callback();
      sessionStorage.clear();
      expect(await problemOf(managedLogin().finish(address))).toBe('not-started');
      expect(domain.asked).toEqual([]);
    });

    it('a state that was used, also when it failed', async () => {
      const own = await callback();
      await problemOf(managedLogin().finish(backWith({ code: 'stolen', state: 'theirs' })));
      openDocument();
      expect(await problemOf(managedLogin().finish(own))).toBe('not-started');
      expect(domain.count(token)).toBe(0);
    });

    it('what the domain does not want, in calm words that are not the address’s', async () => {
      for (const [error, kind, words] of [
        ['access_denied', 'cancelled', /You left/],
        ['invalid_request', 'refused', /did not let you in/],
      ] as const) {
        const state = (await leave()).get('state') ?? '';
        const parameters = { error, state, error_description: 'Call 0900-1' };
        const failure = await managedLogin()
          .finish(backWith(parameters))
          .catch((problem: unknown) => problem as ManagedLoginProblem);
        expect(failure).toEqual(jasmine.objectContaining({ kind }));
        expect((failure as ManagedLoginProblem).message).toMatch(words);
        expect((failure as ManagedLoginProblem).message).not.toContain('0900');
      }
    });
  });

  it('goes on as who is signed in when a used callback comes again', async () => {
    const address = await callback();
    await managedLogin().finish(address);
    openDocument();
    expect(await managedLogin().finish(address)).toEqual({ kind: 'signed-in', returnTo: '/' });
    expect(domain.count(token)).toBe(1);
  });

  describe('takes no tokens', () => {
    const now = Math.floor(Date.now() / 1000);
    const forgeries: [string, Forgery][] = [
      ['with the nonce of another sign-in', { claims: { nonce: 'another' } }],
      ['without a nonce', { claims: { nonce: undefined } }],
      [
        'of another user pool',
        { claims: { iss: 'https://cognito-idp.eu-west-1.amazonaws.com/eu-west-1_another' } },
      ],
      ['for another app client', { claims: { aud: 'another' } }],
      ['for others as well', { claims: { aud: ['1exampleclient000000000001', 'another'] } }],
      ['that had ended when they were made', { claims: { iat: now, exp: now - 60 } }],
      ['signed by somebody else', { isForeign: true }],
    ];
    for (const [what, forgery] of forgeries)
      it(what, async () => {
        const address = await callback();
        domain.forge(forgery);
        expect(await problemOf(managedLogin().finish(address))).toBe('untrusted');
        expect(remembered()).toBeUndefined();
        expect(JSON.stringify([localStorage, sessionStorage])).not.toContain('eyJ');
      });

    it('without an ID token among them', async () => {
      const address = await callback();
      const body = { access_token: 'a.b.c', token_type: 'Bearer', refresh_token: 'r' };
      domain.answer(token, () => Promise.resolve(json(200, body)));
      expect(await problemOf(managedLogin().finish(address))).toBe('untrusted');
    });

    const refusals = [
      ['invalid_grant', 'expired'],
      ['unauthorized_client', 'refused'],
      ['invalid_client', 'refused'],
    ] as const;
    for (const [error, kind] of refusals)
      it(`for a code that the domain answers with ${error}`, async () => {
        const address = await callback();
        domain.answer(token, () => Promise.resolve(json(400, { error })));
        expect(await problemOf(managedLogin().finish(address))).toBe(kind);
        expect(remembered()).toBeUndefined();
      });
  });

  const faults: [string, () => Promise<Response>][] = [
    ['away', () => Promise.reject(new TypeError('Failed to fetch'))],
    ['busy', () => Promise.resolve(json(429, { error: 'too_many' }))],
    ['failing', () => Promise.resolve(json(503, {}))],
  ];
  for (const path of [token, keys])
    for (const [what, answer] of faults)
      it(`can finish later when ${path} is ${what}`, async () => {
        const address = await callback();
        domain.answer(path, answer);
        expect(await problemOf(managedLogin().finish(address))).toBe('unreachable');
        // The code works once, so it is not spent while the keys are missing.
        expect(domain.count(token)).toBe(path === token ? 1 : 0);
        domain.answer(path);
        expect((await managedLogin().finish(address)).kind).toBe('signed-in');
        expect(remembered()).toBe('reader@presspass.test');
      });

  describe('when another person is signed in by now', () => {
    beforeEach(async () => {
      await thereAndBack();
      domain.person = {
        sub: 'f2b5a2a0-0000-4000-8000-000000000002',
        email: 'other@presspass.test',
      };
      const arrival = await thereAndBack({ returnTo: '/account' });
      expect(arrival).toEqual(
        jasmine.objectContaining({
          kind: 'somebody-else',
          returnTo: '/account',
          present: jasmine.objectContaining({ email: 'reader@presspass.test' }),
          arriving: jasmine.objectContaining({ email: 'other@presspass.test' }),
        }),
      );
      expect(remembered()).toBe('reader@presspass.test');
    });

    it('takes their place when told to', async () => {
      await managedLogin().takeOver();
      expect(remembered()).toBe('other@presspass.test');
    });

    it('ends what has arrived when told to stay', async () => {
      await managedLogin().turnAway();
      expect(remembered()).toBe('reader@presspass.test');
      const { person } = domain;
      expect(formSentTo('/oauth2/revoke').get('token')).toBe(`refresh-of-${person.sub}`);
      await managedLogin().takeOver();
      expect(remembered()).toBe('reader@presspass.test');
    });
  });
});

async function challengeOf(verifier: string): Promise<string> {
  const hash = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(verifier));
  const text = String.fromCharCode(...new Uint8Array(hash));
  return btoa(text).replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '');
}
