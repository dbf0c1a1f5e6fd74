import { provideHttpClient } from '@angular/common/http';
import { HttpTestingController, provideHttpClientTesting } from '@angular/common/http/testing';
import { signal } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { provideRouter } from '@angular/router';
import { Session, type Tokens } from '../../session';
import { present } from '../../testing/present';
import { eventually } from '../../testing/eventually';
import { settled } from '../../testing/settled';
import { signedTokens } from '../../testing/signed-tokens';
import { PassPage } from './pass-page';

/** As much of a session as the page asks for. */
class TokenHolder {
  readonly person = signal<Tokens['person'] | null>(null);
  next: () => Promise<Tokens | null> = () => Promise.resolve(null);
  constructor(private current: Tokens) {
    this.person.set(current.person);
  }
  tokens() {
    return Promise.resolve(this.current);
  }
  async refresh() {
    const tokens = await this.next();
    if (tokens) this.current = tokens;
    return tokens;
  }
}

describe('PassPage', () => {
  async function open(tokens: Tokens) {
    const session = new TokenHolder(tokens);
    TestBed.configureTestingModule({
      providers: [
        provideRouter([]),
        provideHttpClient(),
        provideHttpClientTesting(),
        { provide: Session, useValue: session },
      ],
    });
    const fixture = TestBed.createComponent(PassPage);
    const host = fixture.nativeElement as HTMLElement;
    const requests = TestBed.inject(HttpTestingController);
    const [configuration] = await eventually(
      'the request for the configuration',
      () => requests.match('/amplify_outputs.json'),
      { isSo: ({ length }) => length > 0 },
    );
    configuration?.flush({});
    await settled(fixture);
    return {
      session,
      requests,
      host,
      fixture,
      text: () => host.textContent,
      button: (name: string | RegExp) =>
        present(
          [...host.querySelectorAll('button')].find((button) =>
            button.textContent.trim().replace(/\s+/g, ' ').match(name),
          ),
        ),
    };
  }

  it('shows both tokens as articles, with a sentence on each claim', async () => {
    const { host } = await open(await signedTokens({ groups: ['admin'] }));
    const [passport, boardingPass] = [...host.querySelectorAll('article')];
    expect(passport?.textContent).toContain('Passport');
    expect(passport?.textContent).toContain('The gateway compares it with our clients');
    expect(passport?.textContent).toContain('Not in this token: scope');
    expect(boardingPass?.textContent).toContain('Boarding pass');
    expect(boardingPass?.querySelector('.stamp')?.textContent).toBe(
      'aws.cognito.signin.user.admin',
    );
    expect(boardingPass?.textContent).toContain('Not in this token: aud');
  });

  it('shows hostile claims as text', async () => {
    const claims = { 'custom:x': '<img src=x onerror=alert(1)>\u202e', constructor: 'odd' };
    const { host, text } = await open(await signedTokens({ claims }));
    expect(host.querySelector('img')).toBeNull();
    expect(text()).toContain('<img src=x onerror=alert(1)>[U+202E]');
    expect(text()).toContain('This page does not know it');
  });

  it('says what a refresh has changed', async () => {
    const { session, button, text, fixture } = await open(await signedTokens());
    const fresh = await signedTokens({ groups: ['admin'] });
    session.next = () => Promise.resolve(fresh);
    button('Refresh now').click();
    await settled(fixture);
    expect(text()).toContain('These are new tokens.');
    expect(text()).toContain('Groups added: admin.');
  });

  it('keeps what it shows when no new tokens can be had, and says so', async () => {
    const { session, button, text, fixture } = await open(await signedTokens());
    session.next = () => Promise.reject(new TypeError('Failed to fetch'));
    button('Refresh now').click();
    await settled(fixture);
    expect(text()).toContain('No new tokens could be had.');
    expect(text()).toContain('Passport');
  });

  it('shows no token any more once nobody is signed in', async () => {
    const tokens = await signedTokens();
    const { session, host, text, fixture } = await open(tokens);
    session.person.set(null);
    await settled(fixture);
    expect(host.querySelector('article')).toBeNull();
    expect(host.innerHTML).not.toContain(tokens.id.split('.')[1] ?? '');
    expect(text()).toContain('You are not signed in any more');
  });

  it('says that tokens have expired, and counts no further', async () => {
    const { text } = await open(await signedTokens({ issuedAt: 1_700_000_000 }));
    expect(text()).toContain('These tokens have expired.');
    expect(text()).toContain('0:00');
  });

  it('tries a door, and shows what was sent, what was expected and what came', async () => {
    const { requests, button, text, fixture } = await open(await signedTokens());
    button(/^DELETE \/api\/news\/\{id\} with the ID token: try, likely/).click();
    const sent = requests.expectOne(({ url }) => url.endsWith('0000-4000-8000-000000000000'));
    sent.flush('{"message":"Only editors"}', { status: 403, statusText: 'Forbidden' });
    await settled(fixture);
    expect(text()).toContain('the function asks for the group admin');
    expect(text()).toContain('"message": "Only editors"');
    expect(
      button(/^DELETE \/api\/news\/\{id\} with the ID token: 403 ✓ ?shut ?as expected$/),
    ).toBeTruthy();
  });

  it('says so when a door answers otherwise than expected', async () => {
    const { requests, button, fixture } = await open(await signedTokens());
    button(/^GET \/api\/me with no token: try, likely/).click();
    requests.expectOne(({ url }) => url.endsWith('/api/me')).flush('{}');
    await settled(fixture);
    expect(button(/^GET \/api\/me with no token: 200 ≠ ?but 401 was expected$/)).toBeTruthy();
  });

  it('sends nothing for an editor who tries to delete everything', async () => {
    const { requests, button, text, fixture } = await open(
      await signedTokens({ groups: ['admin'] }),
    );
    button(/^DELETE \/api\/news with the ID token: try, likely/).click();
    await settled(fixture);
    requests.expectNone(({ method }) => method === 'DELETE');
    expect(text()).toContain('so it is not sent from here.');
  });

  it('has no expired token where nobody issues one, and says when it will', async () => {
    const { button, text, fixture } = await open(await signedTokens());
    button(/^GET \/api\/me with an expired token: try, likely/).click();
    await settled(fixture);
    expect(text()).toMatch(/its tokens end in (59|60) minutes|its tokens end in 1 hour/);
  });

  it('stops trying doors when asked to, by the button that has the focus', async () => {
    const { host, requests, button, text, fixture } = await open(await signedTokens());
    document.body.append(host);
    button('Try all').focus();
    button('Try all').click();
    await settled(fixture);
    expect(document.activeElement).toBe(button('Stop'));
    button('Stop').click();
    requests
      .match(() => true)
      .forEach((sent) => {
        sent.flush('{}');
      });
    await settled(fixture);
    expect(text()).toContain('1 of 60 tried.');
    requests.expectNone(() => true);
  });

  it('leads from cell to cell with the arrow keys, from one tab stop', async () => {
    const { host, button, fixture } = await open(await signedTokens());
    document.body.append(host);
    const first = button(/^GET \/api\/news with no token/);
    first.focus();
    const press = async (key: string) => {
      document.activeElement?.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true }));
      await settled(fixture);
      return document.activeElement?.textContent;
    };
    expect(await press('ArrowRight')).toContain('GET /api/news with the ID token');
    expect(await press('ArrowDown')).toContain('POST /api/news with the ID token');
    expect(await press('End')).toContain('POST /api/news with an expired token');
    expect(await press('ArrowRight')).toContain('POST /api/news with an expired token');
    expect(host.querySelectorAll('.try[tabindex="0"]').length).toBe(1);
    host.remove();
  });
});
