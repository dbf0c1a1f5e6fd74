import { TestBed } from '@angular/core/testing';
import { Notices } from '../../../platform/notices';
import { configurationWithDomain } from '../../testing/fake-user-pool-domain';
import { askAnew, isAskedAnew } from './asked-anew';
import { endAtDomain } from './end-at-domain';

const origin = 'http://localhost:4200';

describe('endAtDomain', () => {
  let left: URL[];
  let view: Window;

  beforeEach(() => {
    localStorage.clear();
    askAnew(localStorage);
    left = [];
    const events = new EventTarget();
    const assign = (address: URL) => {
      left.push(address);
      events.dispatchEvent(new Event('pagehide'));
    };
    view = {
      localStorage,
      location: { origin, assign },
      addEventListener: events.addEventListener.bind(events),
      setTimeout: window.setTimeout.bind(window),
    } as unknown as Window;
  });

  afterEach(() => {
    localStorage.clear();
  });

  it('leaves what there is to say to the page that follows', async () => {
    spyOn(window, 'fetch').and.resolveTo(new Response());
    const notices = TestBed.inject(Notices);
    notices.show({ text: 'You are signed out.' });
    await endAtDomain(configurationWithDomain(origin), view, notices);
    TestBed.resetTestingModule();
    expect(TestBed.inject(Notices).current()?.text).toBe('You are signed out.');
  });

  it('has the domain forget the browser, and come back to the front page', async () => {
    spyOn(window, 'fetch').and.resolveTo(new Response());
    await endAtDomain(configurationWithDomain(origin), view, TestBed.inject(Notices));
    expect(left.map(({ href }) => href)).toEqual([
      'http://127.0.0.1:9/logout?client_id=1exampleclient000000000001&logout_uri=http%3A%2F%2Flocalhost%3A4200%2F',
    ]);
    expect(isAskedAnew(localStorage)).toBeFalse();
  });

  it('stays where the domain is away, and has the next sign-in ask for the password', async () => {
    spyOn(window, 'fetch').and.rejectWith(new TypeError('Failed to fetch'));
    await endAtDomain(configurationWithDomain(origin), view, TestBed.inject(Notices));
    expect(left).toEqual([]);
    expect(isAskedAnew(localStorage)).toBeTrue();
  });

  it('stays where there is no domain', async () => {
    await endAtDomain({ localEndpoint: null, outputs: {} }, view, TestBed.inject(Notices));
    expect(left).toEqual([]);
  });
});
