import { Component } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { Router, provideRouter } from '@angular/router';
import { Notices } from '../../shared/notices';
import { withCrossTab } from '../cross-tab/cross-tab';
import { inGroup } from '../guards/in-group';
import { signedIn } from '../guards/signed-in';
import { withIdleSignOut } from '../idle-sign-out/idle-sign-out';
import { withRefreshAhead } from '../refresh-ahead/refresh-ahead';
import { Session } from '../session';
import type { SessionFeature } from '../session-feature';
import { FakeIdentityProvider, editor, reader } from '../testing/fake-identity-provider';
import { provideFakeSession } from '../testing/provide-fake-session';
import { RELOAD } from './window';

@Component({ template: 'a page' })
class Page {}

const hour = 3_600_000;

describe('a kept session', () => {
  let provider: FakeIdentityProvider;
  let reload: jasmine.Spy<() => void>;

  beforeEach(() => {
    provider = new FakeIdentityProvider();
    reload = jasmine.createSpy('reload');
  });

  async function begin(...features: SessionFeature[]): Promise<void> {
    TestBed.configureTestingModule({
      providers: [
        provideFakeSession({ provider, features }),
        { provide: RELOAD, useValue: reload },
        provideRouter([
          { path: 'desk', canMatch: [inGroup('admin', '/editors-only')], component: Page },
          { path: 'news', canMatch: [signedIn()], component: Page },
          { path: '**', component: Page },
        ]),
      ],
    });
    await TestBed.inject(Session).settled();
    await turns();
  }
  const session = () => TestBed.inject(Session);
  const url = () => TestBed.inject(Router).url;
  const notice = () => TestBed.inject(Notices).current();
  const count = (call: string) => provider.calls.filter((one) => one === call).length;

  describe('with other tabs', () => {
    const open = async (address: string) => {
      await begin(withCrossTab());
      await TestBed.inject(Router).navigateByUrl(address);
    };

    it('leaves what may no longer be seen when somebody signs out there, and says so', async () => {
      provider.signedIn(reader);
      await open('/news');
      provider.announce('signed-out', null, { isElsewhere: true });
      await turns();
      expect(session().state()).toEqual({ kind: 'anonymous' });
      expect(url()).toBe('/sign-in?return=%2Fnews');
      expect(notice()?.text).toBe('You were signed out in another tab.');
    });

    it('stays on a public page', async () => {
      provider.signedIn(reader);
      await open('/public?page=2');
      provider.announce('signed-out', null, { isElsewhere: true });
      await turns();
      expect(url()).toBe('/public?page=2');
    });

    it('learns of a sign-in there, without a word', async () => {
      await open('/public');
      provider.announce('signed-in', editor, { isElsewhere: true });
      await turns();
      expect(session().state()).toEqual({ kind: 'signed-in', person: editor });
      expect(notice()).toBeNull();
      expect(reload).not.toHaveBeenCalled();
    });

    it('leaves the desk when its editor is one no more', async () => {
      provider.signedIn(editor);
      await open('/desk');
      provider.announce('refreshed', { ...editor, groups: [] }, { isElsewhere: true });
      await turns();
      expect(url()).toBe('/editors-only');
    });

    it('loads the page anew for another person', async () => {
      provider.signedIn(reader);
      await open('/public');
      provider.announce('signed-out', null, { isElsewhere: true });
      await turns();
      provider.announce('signed-in', editor, { isElsewhere: true });
      await turns();
      expect(reload).toHaveBeenCalledTimes(1);
    });

    it('sends nothing in the name of another person while it loads the page anew', async () => {
      provider.signedIn(reader);
      await open('/public');
      provider.announce('signed-in', editor, { isElsewhere: true });
      expect(await answersOf(session().token('id'), session().refresh())).toEqual([]);
      expect(reload).toHaveBeenCalledTimes(1);
      expect(await answersOf(session().replacementToken('id', 'rejected'))).toEqual([]);
    });

    it('hands out nothing of another person before it has heard of them', async () => {
      provider.signedIn(reader);
      await open('/public');
      // Storage has changed already, and the browser has yet to say so.
      provider.signedIn(editor);
      expect(await answersOf(session().token('id'))).toEqual([]);
      expect(reload).toHaveBeenCalledTimes(1);
    });

    it('leaves a page that comes back from the back-forward cache after a sign-out', async () => {
      provider.signedIn(reader);
      await open('/news');
      await session().signOut();
      window.dispatchEvent(new PageTransitionEvent('pageshow', { persisted: false }));
      await new Promise((resolve) => setTimeout(resolve));
      await turns();
      expect(url()).toBe('/news');
      window.dispatchEvent(new PageTransitionEvent('pageshow', { persisted: true }));
      await new Promise((resolve) => setTimeout(resolve));
      await turns();
      expect(url()).toBe('/sign-in?return=%2Fnews');
    });

    it('asks a page with something half written before leaving it', async () => {
      provider.signedIn(reader);
      await begin(withCrossTab());
      const router = TestBed.inject(Router);
      const draft = { path: 'draft', canMatch: [signedIn()], canDeactivate: [() => false] };
      router.resetConfig([{ ...draft, component: Page }, ...router.config]);
      await router.navigateByUrl('/draft');
      provider.announce('signed-out', null, { isElsewhere: true });
      await turns();
      expect(url()).toBe('/draft');
      expect(notice()?.text).toBe('You were signed out in another tab.');
    });
  });

  it('does not follow other tabs unless it is told to', async () => {
    provider.signedIn(reader);
    await begin();
    provider.announce('signed-out', null, { isElsewhere: true });
    await turns();
    expect(session().state().kind).toBe('signed-in');
  });

  describe('as time goes by', () => {
    beforeEach(() => {
      jasmine.clock().install();
      jasmine.clock().mockDate();
      spyOn(performance, 'now').and.callFake(() => Date.now());
    });

    afterEach(() => {
      localStorage.removeItem('session.activity');
      jasmine.clock().uninstall();
    });

    // In steps, so that promises come through before the deadlines of who waits for them.
    const pass = async (milliseconds: number) => {
      for (let rest = milliseconds; rest > 0; rest -= 1_000) {
        jasmine.clock().tick(Math.min(rest, 1_000));
        await turns(30);
      }
      await turns();
    };

    it('refreshes within the last two minutes of its tokens, once', async () => {
      provider.signedIn(reader);
      await begin(withRefreshAhead());
      await pass(hour - 121_000);
      expect(count('refresh')).toBe(0);
      await pass(61_000);
      expect(count('refresh')).toBe(1);
      await pass(hour / 2);
      expect(count('refresh')).toBe(1);
    });

    for (const random of [0, 0.5, 0.999])
      it(`tries again, less and less often, when that fails, and says nothing (chance: ${random})`, async () => {
        spyOn(Math, 'random').and.returnValue(random);
        provider.signedIn(reader);
        await begin(withRefreshAhead());
        provider.fail();
        await pass(hour - 50_000);
        const failed = count('refresh');
        expect(failed).toBeGreaterThan(1);
        expect(failed).toBeLessThan(8);
        expect(session().state().kind).toBe('signed-in');
        provider.recover();
        await pass(45_000);
        expect(count('refresh')).toBe(failed + 1);
        await pass(hour / 2);
        expect(count('refresh')).toBe(failed + 1);
      });

    it('refreshes nothing while it is hidden, and at once when it is looked at', async () => {
      provider.signedIn(reader);
      await begin(withRefreshAhead());
      const hidden = spyOnProperty(document, 'hidden').and.returnValue(true);
      await pass(hour);
      expect(provider.calls).toEqual(['tokens']);
      hidden.and.returnValue(false);
      document.dispatchEvent(new Event('visibilitychange'));
      await turns();
      expect(provider.calls).toEqual(['tokens', 'tokens']);
    });

    it('recovers by itself: later and later, at once when the network is back', async () => {
      provider.signedIn(reader).fail();
      await begin();
      expect(session().state()).toEqual({ kind: 'unavailable', person: reader, trouble: 'away' });
      await pass(2_000);
      expect(count('tokens')).toBe(2);
      await pass(1_900);
      expect(count('tokens')).toBe(2);
      provider.recover();
      window.dispatchEvent(new Event('online'));
      await turns();
      expect(session().state()).toEqual({ kind: 'signed-in', person: reader });
      await pass(hour / 2);
      expect(count('tokens')).toBe(3);
    });

    it('leaves a service alone that has too much to do, whoever asks', async () => {
      provider.signedIn(reader).fail(named('TooManyRequestsException'));
      await begin();
      expect(session().state()).toEqual({ kind: 'unavailable', person: reader, trouble: 'busy' });
      await expectAsync(session().token('id')).toBeRejected();
      await expectAsync(session().token('id')).toBeRejected();
      expect(count('tokens')).toBe(1);
      provider.recover();
      await pass(2_000);
      expect(session().state().kind).toBe('signed-in');
    });

    it('asks a service that is ill once for a hundred rejected requests, and a hundred more', async () => {
      provider.signedIn(reader);
      await begin();
      const rejected = (await session().token('id')) ?? '';
      provider.fail(named('InternalErrorException')).calls.length = 0;
      const hundred = () =>
        Promise.allSettled(
          Array.from({ length: 100 }, () => session().replacementToken('id', rejected)),
        );
      for (const answers of [await hundred(), await hundred()])
        expect(answers.every(({ status }) => status === 'rejected')).toBeTrue();
      expect(provider.calls.length).toBe(1);
      provider.recover();
      await pass(2_000);
      expect(session().state().kind).toBe('signed-in');
    });

    it('says that one is offline, and comes back with the network', async () => {
      provider.signedIn(reader);
      await begin();
      const onLine = spyOnProperty(navigator, 'onLine').and.returnValue(false);
      window.dispatchEvent(new Event('offline'));
      expect(session().state()).toEqual({
        kind: 'unavailable',
        person: reader,
        trouble: 'offline',
      });
      onLine.and.returnValue(true);
      window.dispatchEvent(new Event('online'));
      await turns();
      expect(session().state().kind).toBe('signed-in');
    });

    describe('and nobody does anything', () => {
      const idle = () => withIdleSignOut({ after: 30 * 60_000, lifetime: 'every' });

      it('asks a minute before, then signs out, leaves and says why', async () => {
        provider.signedIn(reader);
        await begin(idle());
        await TestBed.inject(Router).navigateByUrl('/news');
        await pass(29 * 60_000);
        expect(notice()?.text).toContain('signed out in 1 minute');
        await pass(60_000);
        expect(session().state()).toEqual({ kind: 'anonymous' });
        expect(provider.calls).toContain('signOut');
        expect(url()).toBe('/sign-in?return=%2Fnews');
        expect(notice()?.text).toContain('nothing happened here for 30 minutes');
      });

      it('counts idle time from now where the clock was set back', async () => {
        localStorage.setItem('session.activity', `unnamed ${String(Date.now() + 8 * hour)}`);
        provider.signedIn(reader);
        await begin(idle());
        await pass(30 * 60_000);
        expect(session().state()).toEqual({ kind: 'anonymous' });
      });

      it('counts from now where what was kept is no time', async () => {
        localStorage.setItem('session.activity', 'unnamed soon');
        provider.signedIn(reader);
        await begin(idle());
        await pass(30 * 60_000);
        expect(session().state()).toEqual({ kind: 'anonymous' });
      });

      it('stays when the person says so', async () => {
        provider.signedIn(reader);
        await begin(idle());
        await pass(29 * 60_000);
        document.dispatchEvent(new Event('pointerdown'));
        expect(notice()).toBeNull();
        await pass(60_000);
        expect(session().state().kind).toBe('signed-in');
      });

      it('signs out at once a device that has slept too long', async () => {
        provider.signedIn(reader);
        await begin(idle());
        jasmine.clock().mockDate(new Date(Date.now() + 8 * hour));
        document.dispatchEvent(new Event('visibilitychange'));
        await turns();
        expect(session().state()).toEqual({ kind: 'anonymous' });
      });

      it('is for sessions of one tab only, where it was told so', async () => {
        provider.signedIn(reader);
        await begin(withIdleSignOut({ after: 30 * 60_000, lifetime: 'this-tab' }));
        await pass(31 * 60_000);
        expect(session().state().kind).toBe('signed-in');
      });
    });
  });

  it('does not start with idle times that make no sense', () => {
    for (const after of [0, 60_000, NaN, Infinity])
      expect(() => withIdleSignOut({ after, lifetime: 'every' })).toThrowError(/`after`/);
  });
});

/** After everything that waits for promises: the router and the fakes need no timers. */
async function turns(count = 200): Promise<void> {
  for (let i = 0; i < count; i++) await Promise.resolve();
}

/** What has come of `promises` by now. */
async function answersOf(...promises: Promise<unknown>[]): Promise<unknown[]> {
  const answers: unknown[] = [];
  for (const promise of promises)
    promise.then(
      (answer) => answers.push(answer),
      () => undefined,
    );
  await turns();
  return answers;
}

function named(name: string): Error {
  return Object.assign(new Error(name), { name });
}
