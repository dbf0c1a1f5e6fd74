import { provideHttpClient } from '@angular/common/http';
import { HttpTestingController, provideHttpClientTesting } from '@angular/common/http/testing';
import { TestBed } from '@angular/core/testing';
import { Router, provideRouter, withComponentInputBinding } from '@angular/router';
import { RouterTestingHarness } from '@angular/router/testing';
import { FakeIdentityProvider, reader } from '../../session/testing/fake-identity-provider';
import { provideFakeSession } from '../../session/testing/provide-fake-session';
import { FakeManagedLogin } from '../../session/testing/fake-managed-login';
import { FakeWaysIn } from '../../session/testing/fake-ways-in';
import { ManagedLogin, WaysIn } from '../../session/ways-in';
import { eventually } from '../../testing/eventually';
import { SignInPage } from './sign-in-page';

describe('SignInPage', () => {
  let provider: FakeIdentityProvider;
  let waysIn: FakeWaysIn;
  let harness: RouterTestingHarness;

  beforeEach(() => {
    provider = new FakeIdentityProvider();
    waysIn = new FakeWaysIn();
    TestBed.configureTestingModule({
      providers: [
        provideHttpClient(),
        provideHttpClientTesting(),
        provideFakeSession({ provider }),
        { provide: WaysIn, useValue: waysIn },
        { provide: ManagedLogin, useClass: FakeManagedLogin },
        provideRouter(
          [
            { path: 'sign-in', component: SignInPage },
            { path: '**', children: [] },
          ],
          withComponentInputBinding(),
        ),
      ],
    });
  });

  const page = () => harness.routeNativeElement;
  const text = () => page()?.textContent.replace(/\s+/g, ' ') ?? '';

  async function open(url: string, custom: object = {}): Promise<void> {
    harness = await RouterTestingHarness.create(url);
    const requests = TestBed.inject(HttpTestingController);
    requests.expectOne('/amplify_outputs.json').flush({ version: '1.4', custom });
    await harness.fixture.whenStable();
  }

  /** The form comes with Amplify, which arrives when it arrives. */
  function drawn<Drawn>(what: string, look: () => Drawn): Promise<NonNullable<Drawn>> {
    return eventually(what, async () => {
      await harness.fixture.whenStable();
      return look();
    });
  }

  const field = (name: string) =>
    page()?.querySelector<HTMLInputElement>(`amplify-authenticator [name="${name}"]`);

  it('says why one is here', async () => {
    await open('/sign-in?return=%2Fnews%2F1');
    expect(text()).toContain('Sign in to read the whole story');
  });

  it('shows the form, filled in with the address of a freshly confirmed account', async () => {
    await open('/sign-in?email=a@b.test&confirmed=');
    const email = await drawn('the address', () =>
      field('username')?.value === 'a@b.test' ? field('username') : null,
    );
    expect(text()).toContain('Your e-mail address is confirmed');
    expect(email.labels?.[0]?.textContent.trim()).toBe('E-mail address');
    expect(email.getAttribute('aria-invalid')).toBe('false');
  });

  it('opens at an address that says everything twice, and goes by what it says first', async () => {
    await open('/sign-in?email=a@b.test&email=c@d.test&step=reset&step=create&return=%2F&return=1');
    const email = await drawn('the address', () =>
      field('username')?.value === 'a@b.test' ? field('username') : null,
    );
    expect(email.form?.querySelector('[name="password"]')).toBeNull();
    expect(page()?.querySelector('h1')?.textContent).toBe('Reset your password');
  });

  it('moves between the two tabs with the arrow keys', async () => {
    await open('/sign-in');
    const tab = await drawn('a tab', () => page()?.querySelector('[role="tab"]'));
    tab.dispatchEvent(new KeyboardEvent('keydown', { key: 'ArrowRight', bubbles: true }));
    await drawn('the form to sign up', () => field('confirm_password'));
    await drawn(
      'its heading',
      () => page()?.querySelector('h1')?.textContent === 'Create an account',
    );
    expect(text()).toContain('are all it takes');
  });

  it('says that the sign-in server is away, and opens the form once it is back', async () => {
    provider.fail();
    await open('/sign-in');
    expect(text()).toContain('cannot be reached');
    provider.recover();
    page()?.querySelector('button')?.click();
    expect(await drawn('the form', () => field('username'))).toBeTruthy();
  });

  it('takes a person who signs in to where they wanted to go', async () => {
    await open('/sign-in?return=%2Fnews%2F1');
    provider.announce('signed-in', reader);
    expect(await drawn('/news/1', () => TestBed.inject(Router).url === '/news/1')).toBeTrue();
  });

  it('opens the front page instead of another site', async () => {
    await open('/sign-in?return=%2F%2Fevil.test');
    provider.announce('signed-in', reader);
    expect(await drawn('the front page', () => TestBed.inject(Router).url === '/')).toBeTrue();
  });

  const configurations = [
    ['points to the mailbox of the stand-in', { local: { endpoint: 'http://localhost:4300' } }],
    ['points to no mailbox on AWS', {}],
  ] as const;
  for (const [behaviour, custom] of configurations)
    it(behaviour, async () => {
      await open('/sign-in', custom);
      await drawn('the form', () => field('username'));
      const link = page()?.querySelector<HTMLAnchorElement>('.mailbox-hint a');
      expect(link?.href).toBe('local' in custom ? 'http://localhost:4300/mailbox' : undefined);
    });
});
