import { TestBed } from '@angular/core/testing';
import { Router, provideRouter, withComponentInputBinding } from '@angular/router';
import { RouterTestingHarness } from '@angular/router/testing';
import { FakeIdentityProvider, reader } from '../../session/testing/fake-identity-provider';
import { provideFakeSession } from '../../session/testing/provide-fake-session';
import { FakeWaysIn } from '../../session/testing/fake-ways-in';
import { WaysIn } from '../../session/ways-in';
import { Notices } from '../../shared/notices';
import { eventually } from '../../testing/eventually';
import { type Configuration, ConfigurationLoader } from '../../shared/configuration';
import { ConfirmPage } from './confirm-page';

const onAws: Configuration = { outputs: {}, localEndpoint: null };

describe('ConfirmPage', () => {
  let provider: FakeIdentityProvider;
  let waysIn: FakeWaysIn;
  let harness: RouterTestingHarness;

  beforeEach(async () => {
    provider = new FakeIdentityProvider();
    waysIn = new FakeWaysIn();
    TestBed.configureTestingModule({
      providers: [
        { provide: ConfigurationLoader, useValue: { load: () => Promise.resolve(onAws) } },
        provideFakeSession({ provider }),
        { provide: WaysIn, useValue: waysIn },
        provideRouter(
          [
            { path: 'confirm', component: ConfirmPage },
            { path: '**', children: [] },
          ],
          withComponentInputBinding(),
        ),
      ],
    });
    harness = await RouterTestingHarness.create('/confirm?email=a@b.test&return=%2Fnews%2F1');
  });

  const url = () => TestBed.inject(Router).url;
  const text = () => harness.routeNativeElement?.textContent.replace(/\s+/g, ' ') ?? '';
  const button = (name: string) =>
    [...(harness.routeNativeElement?.querySelectorAll('button') ?? [])].find((one) =>
      one.textContent.includes(name),
    );

  async function enter(code: string): Promise<void> {
    const field = harness.routeNativeElement?.querySelector<HTMLInputElement>('#confirm-code');
    if (field) field.value = code;
    field?.dispatchEvent(new Event('input'));
    button('Confirm')?.click();
    await harness.fixture.whenStable();
  }

  function failing(name: string, message: string): void {
    waysIn.fail(Object.assign(new Error(message), { name }));
  }

  it('says where the code was sent, and waits for it', () => {
    expect(document.activeElement?.id).toBe('confirm-code');
    expect(text()).toContain('e-mailed to a@b.test');
  });

  it('takes the first of two addresses that its own address names', async () => {
    await harness.navigateByUrl('/confirm?email=c@d.test&email=e@f.test&return=%2Fa&return=%2Fb');
    await harness.fixture.whenStable();
    await enter('123456');
    expect(waysIn.calls).toContain('confirmSignUp c@d.test 123456');
    expect(url()).toBe('/sign-in?email=c@d.test&return=%2Fa&confirmed=');
  });

  it('confirms, and leads to sign-in where this tab cannot sign in by itself', async () => {
    await enter(' 123 456 ');
    expect(waysIn.calls).toContain('confirmSignUp a@b.test 123456');
    expect(url()).toBe('/sign-in?email=a@b.test&return=%2Fnews%2F1&confirmed=');
  });

  it('lands on the story that was asked for once the session is there', async () => {
    waysIn.confirmation = 'signed-in';
    await enter('123456');
    provider.announce('signed-in', reader);
    await eventually('/news/1', url, { isSo: (seen) => seen === '/news/1' });
    expect(url()).toBe('/news/1');
    expect(TestBed.inject(Notices).current()?.text).toContain('Welcome to Presspass!');
  });

  it('leads to sign-in when the account is confirmed already', async () => {
    failing('NotAuthorizedException', 'User cannot be confirmed. Current status is CONFIRMED');
    await enter('123456');
    expect(url()).toContain('/sign-in?email=a@b.test');
  });

  const refusals = [
    ['CodeMismatchException', 'Invalid verification code provided', 'not the code of the latest'],
    ['ExpiredCodeException', 'Invalid code provided', 'no longer valid'],
    ['LimitExceededException', 'Attempt limit exceeded', 'tried too often'],
    ['NetworkError', 'A network error has occurred.', 'cannot be reached'],
  ] as const;
  for (const [name, message, words] of refusals)
    it(`says what to do on ${name}, and lets the person try again`, async () => {
      failing(name, message);
      await enter('000000');
      expect(text()).toContain(words);
      expect(url()).toContain('/confirm?');
      waysIn.recover();
      await enter('123456');
      expect(url()).toContain('/sign-in?');
    });

  it('sends the code again, then rests for a while', async () => {
    button('Send the code again')?.click();
    await harness.fixture.whenStable();
    expect(waysIn.calls).toContain('resendCode a@b.test');
    expect(text()).toContain('A new code is on its way');
    expect(button('Send the code again')?.ariaDisabled).toBe('true');
    button('Send the code again')?.click();
    await harness.fixture.whenStable();
    expect(waysIn.calls.filter((call) => call.startsWith('resendCode'))).toHaveSize(1);
  });

  it('lets the person ask again at once when nothing was sent', async () => {
    waysIn.fail();
    button('Send the code again')?.click();
    await harness.fixture.whenStable();
    expect(text()).toContain('cannot be reached');
    expect(button('Send the code again')?.ariaDisabled).toBeNull();
  });
});
