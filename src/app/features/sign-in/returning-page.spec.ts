import { TestBed } from '@angular/core/testing';
import { Router, provideRouter } from '@angular/router';
import { RouterTestingHarness } from '@angular/router/testing';
import { IdentityProvider } from '../../session/identity/identity-provider';
import { FakeIdentityProvider, editor, reader } from '../../session/testing/fake-identity-provider';
import { FakeManagedLogin } from '../../session/testing/fake-managed-login';
import { ManagedLogin, comesFromManagedLogin } from '../../session/ways-in';
import { eventually } from '../../testing/eventually';
import { ReturningPage } from './returning-page';

describe('ReturningPage', () => {
  let provider: FakeIdentityProvider;
  let managedLogin: FakeManagedLogin;
  let harness: RouterTestingHarness;

  beforeEach(() => {
    provider = new FakeIdentityProvider();
    managedLogin = new FakeManagedLogin();
    managedLogin.arrival = { kind: 'signed-in', returnTo: '/news/1' };
    TestBed.configureTestingModule({
      providers: [
        { provide: IdentityProvider, useValue: provider },
        { provide: ManagedLogin, useValue: managedLogin },
        provideRouter([
          { path: 'sign-in', canMatch: [comesFromManagedLogin], component: ReturningPage },
          { path: '**', children: [] },
        ]),
      ],
    });
  });

  const url = () => TestBed.inject(Router).url;
  const page = () => harness.routeNativeElement;
  const text = () => page()?.textContent.replace(/\s+/g, ' ') ?? '';

  async function comeBack(query = 'code=one&state=two'): Promise<void> {
    harness = await RouterTestingHarness.create(`/sign-in?${query}`);
    await harness.fixture.whenStable();
  }

  async function click(name: string): Promise<void> {
    const buttons = [...(page()?.querySelectorAll('button') ?? [])];
    buttons.find((one) => one.textContent.includes(name))?.click();
    await harness.fixture.whenStable();
  }

  it('hands on what came back, has neither code nor state in its address, and goes where one wanted to', async () => {
    await comeBack();
    expect(managedLogin.calls).toEqual(['finish ?code=one&state=two']);
    expect(url()).toBe('/sign-in?return=%2Fnews%2F1');
    expect(text()).toContain('Signing you in');
    provider.announce('signed-in', reader);
    await eventually('/news/1', url, { isSo: (seen) => seen === '/news/1' });
    expect(url()).toBe('/news/1');
  });

  it('hides an error of the address as well', async () => {
    managedLogin.fail('cancelled');
    await comeBack('error=access_denied&error_description=Pay&state=two');
    expect(managedLogin.calls).toEqual([
      'finish ?error=access_denied&error_description=Pay&state=two',
    ]);
    expect(url()).toBe('/sign-in?return=%2Fnews%2F1');
    expect(text()).toContain('You left before you were signed in.');
    await click('To the sign-in page');
    expect(page()?.querySelector('h1')).toBeFalsy();
    expect(url()).toBe('/sign-in?return=%2Fnews%2F1');
  });

  it('tries the same again when the domain was away', async () => {
    managedLogin.fail('unreachable');
    await comeBack();
    expect(page()?.querySelector('[role=alert]')?.textContent).toContain('cannot be reached');
    managedLogin.recover();
    await click('Try again');
    expect(managedLogin.calls).toEqual([
      'finish ?code=one&state=two',
      'finish ?code=one&state=two',
    ]);
    expect(text()).toContain('Signing you in');
  });

  it('asks who goes on when another person is signed in', async () => {
    provider.signedIn(editor);
    managedLogin.arrival = {
      kind: 'somebody-else',
      returnTo: '/news/1',
      present: editor,
      arriving: reader,
    };
    await comeBack();
    expect(url()).toBe('/sign-in?return=%2Fnews%2F1');
    expect(text()).toContain(`${editor.email} is signed in in this browser already`);
    await click(`Stay signed in as ${editor.email}`);
    expect(managedLogin.calls.at(-1)).toBe('turnAway');
    await eventually('/news/1', url, { isSo: (seen) => seen === '/news/1' });
    expect(url()).toBe('/news/1');
  });
});
