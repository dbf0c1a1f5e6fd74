import { DOCUMENT, Injector } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { Notices } from '../../shared/notices';
import { BrowserStorage } from '../browser-storage';
import { STORAGE_PREFIX } from '../storage-prefix';
import { configurationWithDomain } from '../testing/fake-user-pool-domain';
import { askAnew, isAskedAnew } from './asked-anew';
import { showCarriedNotice } from './carried-notice';
import { endAtDomain } from './end-at-domain';

const origin = 'http://localhost:4200';

describe('endAtDomain', () => {
  let left: URL[];
  let storage: BrowserStorage;

  beforeEach(() => {
    localStorage.clear();
    left = [];
    const events = new EventTarget();
    const assign = (address: URL) => {
      left.push(address);
      events.dispatchEvent(new Event('pagehide'));
    };
    const defaultView = {
      localStorage,
      sessionStorage,
      location: { origin, assign },
      addEventListener: events.addEventListener.bind(events),
      setTimeout: window.setTimeout.bind(window),
    };
    storage = Injector.create({
      providers: [
        { provide: BrowserStorage, deps: [] },
        { provide: DOCUMENT, useValue: { defaultView } },
        { provide: STORAGE_PREFIX, useValue: 'spec.' },
      ],
    }).get(BrowserStorage);
    askAnew(storage);
  });

  afterEach(() => {
    localStorage.clear();
  });

  it('leaves what there is to say to the page that follows', async () => {
    spyOn(window, 'fetch').and.resolveTo(new Response());
    const notices = TestBed.inject(Notices);
    notices.show({ text: 'You are signed out.' });
    await endAtDomain(configurationWithDomain(origin), storage, notices);
    TestBed.resetTestingModule();
    const next = TestBed.inject(Notices);
    showCarriedNotice(storage, next);
    expect(next.current()?.text).toBe('You are signed out.');
    next.dismiss();
    showCarriedNotice(storage, next);
    expect(next.current()).toBeNull();
  });

  it('has the domain forget the browser, and come back to the front page', async () => {
    spyOn(window, 'fetch').and.resolveTo(new Response());
    await endAtDomain(configurationWithDomain(origin), storage, TestBed.inject(Notices));
    expect(left.map(({ href }) => href)).toEqual([
      'http://127.0.0.1:9/logout?client_id=1exampleclient000000000001&logout_uri=http%3A%2F%2Flocalhost%3A4200%2F',
    ]);
    expect(isAskedAnew(storage)).toBeFalse();
  });

  it('stays where the domain is away, and has the next sign-in ask for the password', async () => {
    spyOn(window, 'fetch').and.rejectWith(new TypeError('Failed to fetch'));
    await endAtDomain(configurationWithDomain(origin), storage, TestBed.inject(Notices));
    expect(left).toEqual([]);
    expect(isAskedAnew(storage)).toBeTrue();
  });

  it('stays where there is no domain', async () => {
    await endAtDomain({ localEndpoint: null, outputs: {} }, storage, TestBed.inject(Notices));
    expect(left).toEqual([]);
  });
});
