import { HttpClient } from '@angular/common/http';
import { TestBed } from '@angular/core/testing';
import { firstValueFrom } from 'rxjs';
import { eventually } from '../../testing/eventually';
import { bearerTokenInterceptor } from '../bearer-token/bearer-token-interceptor';
import { IdentityProvider, type IdentityChange } from '../identity/identity-provider';
import {
  clearStorage,
  password,
  provideSessionBesideStandIn,
} from '../testing/beside-the-stand-in';
import { setDeviceClock } from '../testing/device-clock';
import { describeIdentityProvider } from '../testing/identity-provider-specs';
import { type StandIn, findStandIn, noStandIn } from '../testing/stand-in';
import { AmplifyLoader } from './amplify-loader';
import { type SessionRecord, parseRecord } from './storage/session-record';

const hour = 3_600;
const key = 'spec.session';
const realFetch = window.fetch.bind(window);
const email = 'editor@presspass.test';

/** The real Amplify and a real user pool, which really signs. */
describe('AmplifyIdentityProvider beside the stand-in', () => {
  let standIn: StandIn | null;
  let provider: IdentityProvider;
  let requests: jasmine.Spy<typeof fetch>;
  let changes: IdentityChange[];

  beforeAll(async () => {
    standIn = await findStandIn();
  });

  beforeEach(() => {
    if (!standIn) pending(noStandIn);
    clearStorage();
    TestBed.configureTestingModule({
      providers: provideSessionBesideStandIn(standIn, {
        operations: { getMe: { method: 'GET', path: '/stand-in/api/me', token: 'id' } },
        interceptors: [bearerTokenInterceptor],
      }),
    });
    provider = TestBed.inject(IdentityProvider);
    // Those of earlier specs go on listening.
    const heard = (changes = []) as IdentityChange[];
    provider.onChange((change) => heard.push(change));
    requests = spyOn(window, 'fetch').and.callThrough();
  });

  afterEach(() => {
    setDeviceClock(0);
    clearStorage();
  });

  describeIdentityProvider('the real one', () => {
    requests.and.callThrough();
    return Promise.resolve({
      provider,
      signIn: async () => {
        await signIn();
        const person = provider.remembered();
        if (!person) throw new Error('Nobody has signed in.');
        return person;
      },
      refuse: async () => {
        await pool().perform('GlobalSignOut', { AccessToken: kept()?.access });
      },
      cutOff: () => {
        requests.and.rejectWith(new TypeError('Failed to fetch'));
      },
    });
  });

  it('hands out the tokens of whoever has signed in, and says how long they last', async () => {
    await signIn();
    const tokens = await provider.tokens({ forceRefresh: false });
    expect(changes).toEqual([{ kind: 'signed-in', isElsewhere: false }]);
    expect(tokens?.person).toEqual(provider.remembered() ?? undefined);
    expect(tokens?.person).toEqual(jasmine.objectContaining({ email, groups: ['admin'] }));
    expectNearly(tokens?.remaining, hour);
    expect(Object.keys(localStorage)).toEqual([key]);
  });

  it('asks once for fifty who want new tokens, and keeps what it gets', async () => {
    await signIn();
    const before = kept();
    const all = await Promise.all(
      Array.from({ length: 50 }, () => provider.tokens({ forceRefresh: true })),
    );
    expect(refreshes()).toBe(1);
    expect(new Set(all.map((tokens) => tokens?.access))).toEqual(new Set([kept()?.access]));
    expect(kept()?.access).not.toBe(before?.access);
    expect(kept()?.refresh).not.toBe(before?.refresh);
    expect(kept()?.session).toBe(before?.session);
  });

  it('gives two hundred requests with an expired token one refresh and one answer each', async () => {
    await signIn();
    await pool().advanceClock(hour + 1);
    const http = TestBed.inject(HttpClient);
    const people = await Promise.all(
      Array.from({ length: 200 }, () => firstValueFrom(http.get('/stand-in/api/me'))),
    );
    expect(people.length).toBe(200);
    expect(people.every((me) => (me as { email?: string }).email === email)).toBeTrue();
    expect(refreshes()).toBe(1);
    expectNearly((await provider.tokens({ forceRefresh: false }))?.remaining, hour);
  });

  it('adopts what another tab has brought, without a request', async () => {
    await signIn();
    const mine = kept();
    await provider.tokens({ forceRefresh: true });
    const theirs = localStorage.getItem(key) ?? '';
    // As storage looks for a moment to a tab in another process.
    localStorage.setItem(key, JSON.stringify(mine));
    requests.calls.reset();
    const close = spyOn(IDBDatabase.prototype, 'close').and.callThrough();
    const asked = provider.tokens({ forceRefresh: true });
    // It has read that there are newer ones, and does not see them yet.
    await eventually('a closed database', () => close.calls.any());
    await inAnotherTab((storage) => {
      storage.setItem(key, theirs);
    });
    expect((await asked)?.access).toBe(parseRecord(theirs)?.access);
    expect(refreshes()).toBe(0);
  });

  it('outlives the refusal of a refresh token when another tab has a newer one', async () => {
    await signIn();
    const mine = kept();
    await provider.tokens({ forceRefresh: true });
    const theirs = kept();
    await pool().advanceClock(11); // the grace of rotation is over
    indexedDB.deleteDatabase(key); // nobody says that there is a newer one
    localStorage.setItem(key, JSON.stringify(mine));
    requests.and.callFake((...request) => {
      localStorage.setItem(key, JSON.stringify(theirs));
      return realFetch(...request);
    });
    expect((await provider.tokens({ forceRefresh: true }))?.access).toBe(theirs?.access);
    expect(provider.remembered()).not.toBeNull();
  });

  it('takes a stolen session from the thief as well, with the token that shows the theft', async () => {
    await signIn();
    const stolen = kept();
    const thief = (await refreshWith(stolen)) as {
      AuthenticationResult: { RefreshToken: string };
    };
    await pool().advanceClock(11); // the grace of rotation is over
    expect(await provider.tokens({ forceRefresh: true })).toBeNull();
    expect(provider.remembered()).toBeNull();
    const newest = {
      client: stolen?.client ?? '',
      refresh: thief.AuthenticationResult.RefreshToken,
    };
    await expectAsync(refreshWith(newest)).toBeRejectedWithError(/NotAuthorized.*revoked/);
  });

  it('forgets a stolen session although the network is gone when it is to be revoked', async () => {
    await signIn();
    await refreshWith(kept());
    await pool().advanceClock(11);
    requests.and.callFake((...request) => {
      const isRevocation = new Headers(request[1]?.headers)
        .get('x-amz-target')
        ?.endsWith('.RevokeToken');
      return isRevocation
        ? Promise.reject(new TypeError('Failed to fetch'))
        : realFetch(...request);
    });
    expect(await provider.tokens({ forceRefresh: true })).toBeNull();
    expect(provider.remembered()).toBeNull();
  });

  it('ends when the user pool has ended the session', async () => {
    await signIn();
    await pool().perform('GlobalSignOut', { AccessToken: kept()?.access });
    expect(await provider.tokens({ forceRefresh: true })).toBeNull();
    expect(provider.remembered()).toBeNull();
    expect(localStorage.length + sessionStorage.length).toBe(0);
  });

  it('revokes the session of this browser alone when one signs out', async () => {
    const other = await signInElsewhere();
    await signIn();
    const here = kept();
    await provider.signOut();
    expect(provider.remembered()).toBeNull();
    await expectAsync(refreshWith(here)).toBeRejectedWithError(/NotAuthorized/);
    await expectAsync(refreshWith(other)).toBeResolved();
  });

  it('ends the sessions of all devices, also with an access token that has expired', async () => {
    const other = await signInElsewhere();
    await signIn();
    await pool().advanceClock(hour + 1);
    // What a request that was answered with 401 would have led to.
    await provider.tokens({ forceRefresh: true });
    await provider.signOut({ everywhere: true });
    expect(provider.remembered()).toBeNull();
    await expectAsync(refreshWith(other)).toBeRejectedWithError(/NotAuthorized/);
  });

  it('does not bring a session back that has ended while it was refreshed', async () => {
    await signIn();
    const refreshed = provider.tokens({ forceRefresh: true });
    await provider.signOut();
    expect(await refreshed).toBeNull();
    expect(localStorage.length).toBe(0);
  });

  for (const ahead of [5, -5])
    it(`works with a clock that is wrong by ${ahead} hours`, async () => {
      setDeviceClock(ahead * hour * 1_000);
      await signIn();
      for (const _ of [1, 2, 3])
        expectNearly((await provider.tokens({ forceRefresh: false }))?.remaining, hour);
      expect(refreshes()).toBe(0);
    });

  for (const [ahead, most] of [
    [5, 1],
    [-5, 0],
  ] as const)
    it(`asks at most ${most} times when the clock is set by ${ahead} hours meanwhile`, async () => {
      await signIn();
      await provider.tokens({ forceRefresh: false });
      setDeviceClock(ahead * hour * 1_000);
      for (const _ of [1, 2, 3])
        expectNearly((await provider.tokens({ forceRefresh: false }))?.remaining, hour);
      expect(refreshes()).toBe(most);
    });

  it('keeps a session for this tab in this tab, and nothing of it anywhere else', async () => {
    const writes = spyOn(Storage.prototype, 'setItem').and.callThrough();
    await signIn('this-tab');
    await provider.tokens({ forceRefresh: true });
    expect(provider.remembered()?.email).toBe(email);
    expect(localStorage.length).toBe(0);
    const areas = writes.calls.all().filter(({ args }) => args[0] === key);
    expect(areas.length).toBe(2);
    expect(areas.every(({ object }) => object === sessionStorage)).toBeTrue();
  });

  for (const [first, second, area] of [
    ['this-device', 'this-tab', 'localStorage'],
    ['this-tab', 'this-device', 'sessionStorage'],
  ] as const)
    it(`leaves nothing for ${first} when one signs in anew for ${second}`, async () => {
      await signIn(first);
      await provider.signOut();
      await signIn(first);
      const stale = kept();
      await provider.signOut();
      window[area].setItem(key, JSON.stringify(stale));
      // As a tab that was open all the time: nobody has looked at storage since.
      await signIn(second, { isStaleLeft: true });
      expect(window[area].getItem(key)).toBeNull();
      expect(provider.remembered()?.email).toBe(email);
    });

  it('is over when the person clears the storage while the page is open', async () => {
    await signIn();
    localStorage.clear();
    expect(await provider.tokens({ forceRefresh: false })).toBeNull();
    expect(await provider.tokens({ forceRefresh: true })).toBeNull();
  });

  it('tells of what other tabs do to the session, and of nothing else', async () => {
    await signIn();
    const mine = localStorage.getItem(key) ?? '';
    const record = JSON.parse(mine) as SessionRecord;
    const refreshed = JSON.stringify({ ...record, access: `${record.access}x`, edition: 'two' });
    const another = JSON.stringify({ ...record, access: 'another', session: 'another' });
    const told = async (change: (storage: Storage) => void) => {
      changes.length = 0;
      await inAnotherTab(change);
      return changes.map(({ kind, isElsewhere }) => `${kind} ${isElsewhere ? 'there' : 'here'}`);
    };
    const write = (text: string) => (storage: Storage) => {
      storage.setItem(key, text);
    };
    const remove = (storage: Storage): void => {
      storage.removeItem(key);
    };
    const noise = (storage: Storage): void => {
      storage.setItem('CognitoIdentityServiceProvider.foreign.idToken', 'x');
    };
    expect(await told(noise)).toEqual([]);
    expect(await told(write(refreshed))).toEqual(['refreshed there']);
    expect(await told(write(another))).toEqual(['signed-in there']);
    expect(await told(remove)).toEqual(['signed-out there']);
    expect(await told(write(mine))).toEqual(['signed-in there']);
    const burst = (storage: Storage): void => {
      for (const text of [refreshed, another, mine, refreshed]) {
        storage.removeItem(key);
        storage.setItem(key, text);
      }
    };
    expect(await told(burst)).toEqual(['refreshed there']);
    expect(
      await told((storage) => {
        storage.clear();
      }),
    ).toEqual(['signed-out there']);
  });

  function pool(): StandIn {
    if (!standIn) throw new Error(noStandIn);
    return standIn;
  }

  async function signIn(
    lifetime: 'this-device' | 'this-tab' = 'this-device',
    { isStaleLeft = false } = {},
  ): Promise<void> {
    await provider.prepare();
    const amplify = await TestBed.inject(AmplifyLoader).load();
    amplify.rememberFor(lifetime);
    if (isStaleLeft) hideFromAmplify();
    await amplify.signIn({ username: email, password });
    requests.calls.reset();
  }

  /** Amplify refuses to sign in over a session that it sees. */
  function hideFromAmplify(): void {
    for (const area of [localStorage, sessionStorage]) {
      const record = parseRecord(area.getItem(key));
      if (record) area.setItem(key, JSON.stringify({ ...record, client: 'another' }));
    }
  }

  async function signInElsewhere(): Promise<Pick<SessionRecord, 'client' | 'refresh'>> {
    const about = (await (await fetch(`${pool().base}about.json`)).json()) as {
      clients: Record<string, { id: string }>;
    };
    const client = about.clients['presspass-cli']?.id ?? '';
    const answer = (await pool().perform('InitiateAuth', {
      ClientId: client,
      AuthFlow: 'USER_PASSWORD_AUTH',
      AuthParameters: { USERNAME: email, PASSWORD: password },
    })) as { AuthenticationResult: { RefreshToken: string } };
    return { client, refresh: answer.AuthenticationResult.RefreshToken };
  }

  function refreshWith(
    session: Pick<SessionRecord, 'client' | 'refresh'> | null,
  ): Promise<unknown> {
    return pool().perform('GetTokensFromRefreshToken', {
      ClientId: session?.client,
      RefreshToken: session?.refresh,
    });
  }

  function refreshes(): number {
    return requests.calls.all().filter(({ args }) => {
      const headers = new Headers(args[1]?.headers);
      return headers.get('x-amz-target')?.endsWith('.GetTokensFromRefreshToken');
    }).length;
  }
});

function kept(): SessionRecord | null {
  return parseRecord(localStorage.getItem(key)) ?? parseRecord(sessionStorage.getItem(key));
}

/** Changes storage as another tab does, and resolves when this one has heard of it. */
async function inAnotherTab(change: (storage: Storage) => void): Promise<void> {
  const frame = document.createElement('iframe');
  document.body.append(frame);
  const heard = new Promise<void>((resolve) => {
    window.addEventListener('storage', ({ key: changed }) => {
      if (changed === 'end') resolve();
    });
  });
  const storage = frame.contentWindow?.localStorage;
  if (!storage) throw new Error('There is no other tab.');
  change(storage);
  storage.setItem('end', String(Math.random()));
  await heard;
  frame.remove();
  localStorage.removeItem('end');
}

/** Within the seconds that a spec takes. */
function expectNearly(milliseconds: number | undefined, seconds: number): void {
  expect(milliseconds).toBeLessThanOrEqual(seconds * 1_000);
  expect(milliseconds).toBeGreaterThan((seconds - 20) * 1_000);
}
