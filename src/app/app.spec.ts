import { Component } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { Router, provideRouter } from '@angular/router';
import { App } from './app';
import { Notices } from './shared/notices';
import { Session } from './session/session';
import { FakeIdentityProvider, editor, reader } from './session/testing/fake-identity-provider';
import { provideFakeSession } from './session/testing/provide-fake-session';
import { settled } from './testing/settled';
import { present } from './testing/present';

@Component({ template: '<h1>A page</h1>' })
class Page {}

describe('App', () => {
  async function open(address: string, provider = new FakeIdentityProvider()) {
    TestBed.configureTestingModule({
      providers: [
        provideRouter([{ path: '**', component: Page }]),
        provideFakeSession({ provider }),
      ],
    });
    const fixture = TestBed.createComponent(App);
    const host = fixture.nativeElement as HTMLElement;
    document.body.append(host);
    await TestBed.inject(Session).settled();
    await TestBed.inject(Router).navigateByUrl(address);
    await settled(fixture);
    return {
      fixture,
      host,
      links: () => [...host.querySelectorAll('nav a')].map((link) => link.getAttribute('href')),
      click: async (words: string) => {
        present(
          [...host.querySelectorAll('button')].find((button) => button.textContent.includes(words)),
        ).click();
        await settled(fixture);
      },
    };
  }

  it('offers to sign in and to come back to the page', async () => {
    expect((await open('/news/a')).links()).toEqual(['/sign-in?return=%2Fnews%2Fa']);
  });

  it('offers no sign-in on the sign-in page', async () => {
    expect((await open('/sign-in?return=%2F')).links()).toEqual([]);
  });

  it('shows the desk to editors and to nobody else', async () => {
    const readers = await open('/', new FakeIdentityProvider().signedIn(reader));
    expect(readers.links()).toEqual(['/account', '/pass']);
    expect(readers.host.textContent).toContain('reader@presspass.test');
    TestBed.resetTestingModule();

    expect((await open('/', new FakeIdentityProvider().signedIn(editor))).links()).toEqual([
      '/account',
      '/desk',
      '/pass',
    ]);
  });

  it('signs out, goes to the front page and says so', async () => {
    const { click, links, host } = await open('/desk', new FakeIdentityProvider().signedIn(editor));

    await click('Sign out');

    expect(TestBed.inject(Router).url).toBe('/');
    expect(links()).toEqual(['/sign-in']);
    expect(host.querySelector('pp-notice-bar')?.textContent).toContain('You are signed out.');
  });

  it('keeps the person while the sign-in service is away, and reconnects when asked', async () => {
    const provider = new FakeIdentityProvider().signedIn(reader).fail();
    const { click, host } = await open('/', provider);
    expect(host.querySelector('nav')?.textContent).toContain('reader@presspass.test');

    await click('Reconnect');
    expect(host.querySelector('pp-notice-bar')?.textContent).toContain('You stay signed in.');
    provider.recover();
    await click('Reconnect');

    expect(host.querySelector('nav')?.textContent).not.toContain('Reconnect');
    expect(host.querySelector('nav')?.textContent).toContain('reader@presspass.test');
  });

  it('moves the focus to the new page, but not away from a field inside it', async () => {
    const { fixture, host } = await open('/');
    const router = TestBed.inject(Router);
    present(host.querySelector('a')).focus();

    await router.navigateByUrl('/other');
    await settled(fixture);

    expect(document.activeElement).toBe(host.querySelector('main'));
  });

  it('runs the action of a notice once, and lets it be dismissed', async () => {
    const { fixture, host, click } = await open('/');
    let count = 0;
    TestBed.inject(Notices).show({ text: 'Gone.', action: { label: 'Undo', run: () => count++ } });
    await settled(fixture);

    await click('Undo');
    expect(count).toBe(1);
    expect(document.activeElement).toBe(host.querySelector('main'));
    expect(host.querySelector('.notice')).toBeNull();
    TestBed.inject(Notices).show({ text: 'Gone.' });
    await settled(fixture);
    await click('Dismiss');

    expect(host.querySelector('.notice')).toBeNull();
  });
});
