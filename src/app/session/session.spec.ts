import { TestBed } from '@angular/core/testing';
import { Router, provideRouter } from '@angular/router';
import { Notices } from '../shared/notices';
import { FakeIdentityProvider, editor, reader, tokensOf } from './testing/fake-identity-provider';
import { provideFakeSession } from './testing/provide-fake-session';
import { Session } from './session';

describe('Session', () => {
  let provider: FakeIdentityProvider;

  beforeEach(() => {
    provider = new FakeIdentityProvider();
    TestBed.configureTestingModule({
      providers: [provideRouter([]), ...provideFakeSession({ provider })],
    });
  });

  const away = jasmine.objectContaining({ kind: 'unavailable', person: reader }) as never;
  const session = () => TestBed.inject(Session);
  const notice = () => TestBed.inject(Notices).current();

  it('asks nobody when this browser holds no session', async () => {
    expect(session().state()).toEqual({ kind: 'restoring' });
    expect(await session().settled()).toEqual({ kind: 'anonymous' });
    expect(await session().token('id')).toBeNull();
    expect(provider.calls).toEqual([]);
  });

  it('restores the session that this browser holds, once', async () => {
    provider.signedIn(editor);
    const settled = await Promise.all([session().settled(), session().settled()]);
    expect(settled).toEqual([
      { kind: 'signed-in', person: editor },
      { kind: 'signed-in', person: editor },
    ]);
    expect(session().isInGroup('admin')).toBeTrue();
    expect(session().isInGroup('adm')).toBeFalse();
    expect(provider.calls).toEqual(['tokens']);
  });

  const passing = [
    ['a network fault', new TypeError('Failed to fetch')],
    ['a throttled server', named('TooManyRequestsException', 'Rate exceeded')],
    ['a failing server', named('InternalErrorException', 'Internal server error')],
  ] as const;
  for (const [what, error] of passing) {
    it(`keeps the person it restores through ${what}`, async () => {
      provider.signedIn(reader).fail(error);
      expect(await session().settled()).toEqual(away);
      expect(session().person()).toEqual(reader);
      expect(notice()).toBeNull();
    });

    it(`keeps the signed-in person through ${what}, and comes back`, async () => {
      provider.signedIn(reader);
      await session().settled();
      provider.fail(error);
      await expectAsync(session().refresh()).toBeRejectedWith(error);
      expect(session().state()).toEqual(away);
      provider.recover();
      expect(await session().retry()).toEqual({ kind: 'signed-in', person: reader });
    });
  }

  it('ends once, with one message, when the refresh is refused', async () => {
    provider.signedIn(reader);
    await session().settled();
    const shown = spyOn(TestBed.inject(Notices), 'show').and.callThrough();
    provider.refuse();
    expect(await Promise.all([session().refresh(), session().refresh()])).toEqual([null, null]);
    expect(await session().token('id')).toBeNull();
    await session().retry();
    expect(session().state()).toEqual({ kind: 'anonymous' });
    expect(shown).toHaveBeenCalledTimes(1);
    expect(notice()?.text).toContain('session has ended');
  });

  it('leads from the message to sign-in and back to where the person was', async () => {
    TestBed.inject(Router).resetConfig([{ path: '**', children: [] }]);
    await TestBed.inject(Router).navigateByUrl('/news/7?from=front');
    provider.signedIn(reader);
    await session().settled();
    provider.refuse();
    await session().refresh();
    await notice()?.action?.run();
    expect(TestBed.inject(Router).url).toBe('/sign-in?return=%2Fnews%2F7%3Ffrom%3Dfront');
  });

  it('says nothing when an anonymous person stays anonymous', async () => {
    await session().retry();
    expect(notice()).toBeNull();
  });

  it('takes the message away when the person is back', async () => {
    provider.signedIn(reader);
    await session().settled();
    provider.refuse();
    await session().refresh();
    expect(notice()).not.toBeNull();
    provider.recover().announce('signed-in', reader);
    await session().refresh();
    expect(session().state()).toEqual({ kind: 'signed-in', person: reader });
    expect(notice()).toBeNull();
  });

  for (const [when, ask] of [
    ['restored', () => session().settled()],
    ['refreshed', () => session().refresh()],
  ] as const)
    it(`takes on who signs in while an earlier session is being ${when}`, async () => {
      provider.signedIn(reader);
      if (when === 'refreshed') await session().settled();
      const asked = ask();
      provider.announce('signed-in', editor);
      await asked;
      await settledPromises();
      expect(session().state()).toEqual({ kind: 'signed-in', person: editor });
    });

  it('follows a sign-out, without a message', async () => {
    provider.signedIn(reader);
    await session().settled();
    provider.announce('signed-out');
    await settledPromises();
    expect(session().state()).toEqual({ kind: 'anonymous' });
    expect(notice()).toBeNull();
  });

  it('shares one refresh among everybody whose token was rejected', async () => {
    provider.signedIn(editor);
    const rejected = (await session().token('id')) ?? '';
    const tokens = await Promise.all(
      Array.from({ length: 100 }, () => session().replacementToken('id', rejected)),
    );
    expect(new Set(tokens)).toEqual(new Set([tokensOf(editor, 2).id]));
    expect(provider.calls.filter((call) => call === 'refresh')).toEqual(['refresh']);
    expect(await session().replacementToken('id', rejected)).toBe(tokensOf(editor, 2).id);
    expect(provider.calls.filter((call) => call === 'refresh').length).toBe(1);
  });

  it('does not refresh again for whoever rejects a new token', async () => {
    provider.signedIn(reader);
    const fresh = await session().replacementToken('id', (await session().token('id')) ?? '');
    expect(await session().replacementToken('id', fresh ?? '')).toBeNull();
    expect(provider.calls.filter((call) => call === 'refresh').length).toBe(1);
  });

  it('sees the groups that a refresh brings', async () => {
    provider.signedIn(reader);
    await session().settled();
    provider.signedIn({ ...reader, groups: ['admin'] });
    await session().refresh();
    expect(session().isInGroup('admin')).toBeTrue();
  });

  it('signs out without a message, and an earlier answer does not bring the person back', async () => {
    provider.signedIn(reader);
    await session().settled();
    const refresh = session().refresh();
    await session().signOut();
    await refresh;
    expect(session().state()).toEqual({ kind: 'anonymous' });
    expect(notice()).toBeNull();
  });
});

async function settledPromises(): Promise<void> {
  await new Promise((resolve) => {
    setTimeout(resolve);
  });
}

function named(name: string, message: string): Error {
  return Object.assign(new Error(message), { name });
}
