import { TestBed } from '@angular/core/testing';
import { Title } from '@angular/platform-browser';
import { Router, provideRouter, withComponentInputBinding } from '@angular/router';
import { RouterTestingHarness } from '@angular/router/testing';
import { IdentityProvider } from '../../session/identity/identity-provider';
import { FakeIdentityProvider, reader } from '../../session/testing/fake-identity-provider';
import { FakeManagedLogin } from '../../session/testing/fake-managed-login';
import { FakeWaysIn } from '../../session/testing/fake-ways-in';
import { ManagedLogin, WaysIn } from '../../session/ways-in';
import { eventually } from '../../testing/eventually';
import { type Configuration, ConfigurationLoader } from '../../shared/configuration';
import { CodePage, codePageTitle } from './code-page';
import { PasskeyPage } from './passkey-page';

const onAws: Configuration = { outputs: {}, localEndpoint: null };

describe('the ways in without a password', () => {
  let provider: FakeIdentityProvider;
  let waysIn: FakeWaysIn;
  let harness: RouterTestingHarness;

  beforeEach(() => {
    localStorage.removeItem('session.lifetime-choice');
    provider = new FakeIdentityProvider();
    waysIn = new FakeWaysIn();
    TestBed.configureTestingModule({
      providers: [
        { provide: ConfigurationLoader, useValue: { load: () => Promise.resolve(onAws) } },
        { provide: IdentityProvider, useValue: provider },
        { provide: WaysIn, useValue: waysIn },
        { provide: ManagedLogin, useClass: FakeManagedLogin },
        provideRouter(
          [
            {
              path: 'sign-in/code',
              title: codePageTitle,
              runGuardsAndResolvers: 'paramsOrQueryParamsChange',
              component: CodePage,
            },
            { path: 'sign-in/passkey', component: PasskeyPage },
            { path: '**', children: [] },
          ],
          withComponentInputBinding(),
        ),
      ],
    });
  });

  const page = () => harness.routeNativeElement;
  const text = () => page()?.textContent.replace(/\s+/g, ' ') ?? '';
  const url = () => TestBed.inject(Router).url;
  const problem = () =>
    [...(page()?.querySelectorAll('[role="alert"]') ?? [])].map((one) => one.textContent).join('');
  const button = (name: string) =>
    [...(page()?.querySelectorAll('button') ?? [])].find((one) => one.textContent.includes(name));

  async function open(address: string): Promise<void> {
    harness = await RouterTestingHarness.create(address);
    await harness.fixture.whenStable();
  }

  async function submit(value: string): Promise<void> {
    const field = page()?.querySelector<HTMLInputElement>('form input:not([type="checkbox"])');
    if (field) field.value = value;
    field?.dispatchEvent(new Event('input'));
    page()?.querySelector('form')?.requestSubmit();
    await harness.fixture.whenStable();
  }

  function refusal(name: string, message = ''): Error {
    return Object.assign(new Error(message), { name });
  }

  const expired = refusal(
    'NotAuthorizedException',
    'Invalid session for the user, session is expired.',
  );
  const atCode = '/sign-in/code?email=a@b.test&return=%2Fnews%2F1&sent=';

  it('begins anew for another address', async () => {
    await open(atCode);
    waysIn.leadTo(refusal('CodeMismatchException', 'Invalid code or auth state for the user.'));
    await submit('00000000');
    expect(problem()).toContain('not the code');

    await harness.navigateByUrl('/sign-in/code?email=c@d.test&sent=');
    await harness.fixture.whenStable();

    expect(page()?.querySelector<HTMLInputElement>('#sign-in-code')?.value).toBe('');
    expect(problem()).toBe('');
  });

  it('asks for the code at an address that outlives a reload', async () => {
    await open('/sign-in/code?return=%2Fnews%2F1');
    await submit(' a@b.test ');
    expect(waysIn.calls).toContain('sendCode a@b.test');
    expect(url()).toBe('/sign-in/code?email=a@b.test&return=%2Fnews%2F1&sent=');
    expect(text()).toContain('If a@b.test has an account');
    expect(TestBed.inject(Title).getTitle()).toBe('Enter your code · Presspass');
    expect(document.activeElement?.id).toBe('sign-in-code');
  });

  it('stays at the address when no code could be sent', async () => {
    waysIn.leadTo(refusal('LimitExceededException', 'Attempt limit exceeded'));
    await open('/sign-in/code');
    await submit('a@b.test');
    expect(problem()).toContain('tried too often');
    expect(url()).toBe('/sign-in/code');
  });

  it('sends the code at the next try, to the same address, once the network is back', async () => {
    waysIn.fail();
    await open('/sign-in/code?email=a@b.test');
    page()?.querySelector('form')?.requestSubmit();
    await harness.fixture.whenStable();
    expect(problem()).toContain('cannot be reached');
    waysIn.recover();
    page()?.querySelector('form')?.requestSubmit();
    await harness.fixture.whenStable();
    expect(url()).toBe('/sign-in/code?email=a@b.test&sent=');
  });

  const mistakes = [
    ['nothing', '', 'Enter the e-mail address of your account.'],
    ['no e-mail address', 'somebody', 'That is not an e-mail address.'],
  ] as const;
  for (const [what, typed, words] of mistakes)
    it(`leads whoever has typed ${what} back to the field, and asks nobody`, async () => {
      await open('/sign-in/code');
      await submit(typed);
      const field = page()?.querySelector('#sign-in-email');
      expect(document.activeElement).toBe(field ?? null);
      expect(field?.getAttribute('aria-invalid')).toBe('true');
      const error = page()?.querySelector(`#${field?.getAttribute('aria-describedby') ?? ''}`);
      expect(error?.textContent).toContain(words);
      expect(waysIn.calls.filter((call) => call.startsWith('sendCode'))).toEqual([]);
    });

  it('says nothing of a field that was only passed through', async () => {
    await open(atCode);
    button('Send the code again')?.focus();
    await harness.fixture.whenStable();
    expect(problem()).toBe('');
  });

  it('takes a code with spaces, and keeps to the lifetime that was chosen', async () => {
    localStorage.setItem('session.lifetime-choice', 'this-tab');
    await open(atCode);
    await submit('1234 5678');
    expect(waysIn.calls.slice(-2)).toEqual(['rememberFor this-tab', 'answer 12345678']);
  });

  it('says that a code is wrong, and asks again', async () => {
    waysIn.leadTo(refusal('CodeMismatchException', 'Invalid code or auth state for the user.'));
    await open(atCode);
    await submit('12345678');
    expect(problem()).toContain('That is not the code');
    expect(page()?.querySelector('#sign-in-code')?.getAttribute('aria-invalid')).toBe('true');
  });

  for (const [what, refused] of [
    ['has expired', expired],
    ['belongs to another tab', refusal('SignInException')],
  ] as const)
    it(`sends a new code for one that ${what}`, async () => {
      waysIn.leadTo(refused);
      await open(atCode);
      await submit('12345678');
      expect(waysIn.calls.slice(-2)).toEqual(['answer 12345678', 'sendCode a@b.test']);
      expect(text()).toContain('a new one is on its way');
    });

  it('sends another code, then pauses', async () => {
    await open(atCode);
    button('Send the code again')?.click();
    await harness.fixture.whenStable();
    expect(waysIn.calls).toContain('sendCode a@b.test');
    expect(button('Send the code again')?.ariaDisabled).toBe('true');
    button('Send the code again')?.click();
    await harness.fixture.whenStable();
    expect(waysIn.calls.filter((call) => call.startsWith('sendCode'))).toHaveSize(1);
  });

  it('leads whoever has yet to confirm to the page for it, and whoever must reset to that', async () => {
    waysIn.leadTo({ kind: 'unconfirmed' });
    await open(atCode);
    await submit('12345678');
    expect(url()).toBe('/confirm?email=a@b.test&return=%2Fnews%2F1');
    waysIn.leadTo({ kind: 'reset-required' });
    await harness.navigateByUrl(atCode);
    await submit('12345678');
    expect(url()).toBe('/sign-in?email=a@b.test&return=%2Fnews%2F1&step=reset');
  });

  it('says that an account opens with its password only', async () => {
    waysIn.leadTo({ kind: 'other-way', open: ['password'] });
    await open('/sign-in/code');
    await submit('a@b.test');
    expect(problem()).toContain('does not open with an e-mailed code');
  });

  it('takes a person who signs in to where they wanted to go', async () => {
    await open(atCode);
    provider.announce('signed-in', reader);
    await eventually('/news/1', url, { isSo: (seen) => seen === '/news/1' });
    expect(url()).toBe('/news/1');
  });

  it('asks for the passkey of an account once, however often one clicks', async () => {
    await open('/sign-in/passkey?email=a@b.test');
    page()?.querySelector('form')?.requestSubmit();
    page()?.querySelector('form')?.requestSubmit();
    await harness.fixture.whenStable();
    expect(waysIn.calls.filter((call) => call.startsWith('signIn'))).toEqual([
      'signInWithPasskey a@b.test',
    ]);
  });

  const passkeyRefusals = [
    ['was closed or timed out', refusal('PasskeyAuthenticationCanceled'), 'No passkey was used'],
    [
      'is unknown',
      refusal('NotAuthorizedException', 'Incorrect username or password.'),
      'not accepted',
    ],
    ['belongs to another site', refusal('RelyingPartyMismatch'), 'do not work at this address'],
    ['was refused by Cognito', refusal('WebAuthnChallengeNotFoundException'), 'not accepted'],
    ['could not be asked for', new TypeError('Failed to fetch'), 'Check your connection'],
    ['is switched off', refusal('NotAuthorizedException', 'User is disabled.'), 'switched off'],
  ] as const;
  for (const [what, error, words] of passkeyRefusals)
    it(`says what to do when a passkey ${what}`, async () => {
      waysIn.leadTo(error);
      await open('/sign-in/passkey');
      await submit('a@b.test');
      expect(problem()).toContain(words);
      expect(button('Sign in with a passkey')?.ariaDisabled).toBeNull();
    });

  it('offers only what the user pool has', async () => {
    waysIn.ways = { emailCode: false, passkey: true };
    await open('/sign-in/code');
    const links = [...(page()?.querySelectorAll('.other-ways a') ?? [])].map((a) => a.textContent);
    expect(links).toEqual(['Sign in with a password', 'Sign in with a passkey']);
    await harness.navigateByUrl('/sign-in/passkey');
    expect(text()).not.toContain('E-mail me a code');
  });
});
