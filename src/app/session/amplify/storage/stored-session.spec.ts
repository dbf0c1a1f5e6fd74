import { TestBed } from '@angular/core/testing';
import { STORAGE_PREFIX } from '../../storage-prefix';
import { StoredSession } from './stored-session';
import { SessionNotKept } from './session-not-kept';
import type { SessionRecord } from './session-record';
import { SessionStorage } from './session-storage';

const record: SessionRecord = {
  client: 'web',
  session: 'one',
  edition: '1',
  issuedAt: 1_000,
  clockDrift: 0,
  person: { id: 'reader-1', email: 'reader@presspass.test', groups: [] },
  username: 'reader-1',
  id: 'id-1',
  access: 'access-1',
  refresh: 'refresh-1',
  amplify: {},
};
const newer = { ...record, edition: '2', issuedAt: 1_000, access: 'access-2' };

describe('StoredSession', () => {
  let storage: SessionStorage;
  let kept: StoredSession;
  let twin: BroadcastChannel;
  let set: jasmine.Spy<Storage['setItem']>;

  beforeEach(() => {
    localStorage.clear();
    sessionStorage.clear();
    const prefix = `${crypto.randomUUID()}.`;
    TestBed.configureTestingModule({ providers: [{ provide: STORAGE_PREFIX, useValue: prefix }] });
    storage = TestBed.inject(SessionStorage);
    kept = new StoredSession(storage, 'web');
    twin = new BroadcastChannel(storage.key);
    set = spyOn(Storage.prototype, 'setItem').and.callThrough();
  });

  afterEach(() => {
    kept.close();
    twin.close();
    localStorage.clear();
    sessionStorage.clear();
  });

  /** Resolves with what the tab has told its twins. */
  const told = () =>
    new Promise<unknown>((resolve) => {
      twin.onmessage = ({ data }) => {
        resolve(data);
      };
    });

  const heard = () =>
    new Promise<void>((resolve) => {
      kept.listen(resolve);
    });

  it('keeps a session on this device unless told otherwise, and remembers what it was told', () => {
    kept.begin(record);
    expect(localStorage.getItem(storage.key)).toContain('access-1');
    kept.rememberFor('this-tab');
    const afterTheWayOverAnotherSite = new StoredSession(storage, 'web');
    afterTheWayOverAnotherSite.begin({ ...record, session: 'two' });
    afterTheWayOverAnotherSite.close();
    expect(localStorage.length).toBe(0);
    expect(kept.current()?.session).toBe('two');
  });

  it('knows no session of another app client', () => {
    kept.begin({ ...record, client: 'another' });
    expect(kept.current()).toBeNull();
  });

  it('keeps a session in the tab when the device has no room left', () => {
    fill(localStorage);
    kept.begin(record);
    expect(sessionStorage.getItem(storage.key)).toContain('access-1');
    expect(kept.current()).toEqual(record);
  });

  it('says so when there is no room at all, or none for this tab', () => {
    fill(sessionStorage);
    kept.rememberFor('this-tab');
    expect(() => {
      kept.begin(record);
    }).toThrowError(SessionNotKept);
    expect(localStorage.length).toBe(0);
    fill(localStorage, sessionStorage);
    kept.rememberFor('this-device');
    expect(() => {
      kept.begin(record);
    }).toThrowError(SessionNotKept);
  });

  it('replaces tokens in storage that is full', () => {
    kept.begin(record);
    set.and.callFake(function (this: Storage, key, value) {
      // Room for one of them, not for both.
      if (this.getItem(key) !== null) throw new DOMException('', 'QuotaExceededError');
      write(this, key, value);
    });
    kept.replace(newer);
    expect(localStorage.getItem(storage.key)).toContain('access-2');
  });

  it('hands new tokens to its twins when each tab has its own copy', async () => {
    kept.rememberFor('this-tab');
    kept.begin(record);
    const telling = told();
    kept.replace(newer);
    expect(await telling).toEqual({ kind: 'refreshed', record: newer });
  });

  it('adopts the tokens of a twin, but none that are older, and none of another session', async () => {
    kept.rememberFor('this-tab');
    kept.begin(record);
    const hearing = heard();
    twin.postMessage({ kind: 'refreshed', record: { ...newer, session: 'another' } });
    twin.postMessage({ kind: 'refreshed', record: { ...newer, edition: '0', issuedAt: 1 } });
    twin.postMessage({ kind: 'refreshed', record: newer });
    await hearing;
    expect(kept.current()).toEqual(newer);
    expect(localStorage.length).toBe(0);
  });

  it('takes no notice of what is none of a twin’s messages', async () => {
    kept.rememberFor('this-tab');
    kept.begin(record);
    const failed = jasmine.createSpy('failed');
    addEventListener('error', failed);
    for (const nonsense of [
      null,
      5,
      'asked',
      {},
      { kind: 'refreshed' },
      forged('person'),
      forged('access'),
    ])
      twin.postMessage(nonsense);
    const telling = told();
    twin.postMessage({ kind: 'asked', session: 'one' });
    expect(await telling).toEqual({ kind: 'refreshed', record });
    removeEventListener('error', failed);
    expect(failed).not.toHaveBeenCalled();
  });

  it('tells a twin that asks what it holds', async () => {
    kept.rememberFor('this-tab');
    kept.begin(record);
    const telling = told();
    twin.postMessage({ kind: 'asked', session: 'one' });
    expect(await telling).toEqual({ kind: 'refreshed', record });
  });

  it('ends with its twin, and ends its twin', async () => {
    kept.rememberFor('this-tab');
    kept.begin(record);
    const hearing = heard();
    twin.postMessage({ kind: 'signed-out', session: 'one' });
    await hearing;
    expect(kept.current()).toBeNull();
    kept.begin(record);
    const telling = told();
    kept.signOut('one');
    expect(kept.current()).toBeNull();
    expect(await telling).toEqual({ kind: 'signed-out', session: 'one' });
  });

  it('leaves a session alone that began after the one that ends', () => {
    kept.begin({ ...record, session: 'two' });
    kept.end('one');
    expect(kept.current()?.session).toBe('two');
  });

  /** Newer tokens without one of their parts. */
  function forged(without: keyof SessionRecord): object {
    return { kind: 'refreshed', record: { ...newer, [without]: undefined } };
  }

  /** From now on there is no room in `areas` for anything. */
  function fill(...areas: Storage[]): void {
    set.and.callFake(function (this: Storage, key, value) {
      if (areas.includes(this)) throw new DOMException('', 'QuotaExceededError');
      write(this, key, value);
    });
  }
});

/** As `Storage` itself does it, whatever spies are about. */
function write(storage: Storage, key: string, value: string): void {
  (storage as unknown as Record<string, string>)[key] = value;
}
