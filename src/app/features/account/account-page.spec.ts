import { provideHttpClient } from '@angular/common/http';
import { provideHttpClientTesting } from '@angular/common/http/testing';
import { TestBed } from '@angular/core/testing';
import { Router, provideRouter, withComponentInputBinding } from '@angular/router';
import { RouterTestingHarness } from '@angular/router/testing';
import { type Configuration, ConfigurationLoader } from '../../shared/configuration';
import { Notices } from '../../shared/notices';
import { Session } from '../../session';
import { Account } from '../../session/account';
import { FakeAccount, appCode, emailCode } from '../../session/testing/fake-account';
import { FakeIdentityProvider, reader } from '../../session/testing/fake-identity-provider';
import { provideFakeSession } from '../../session/testing/provide-fake-session';
import { TIME_ZONE } from '../../shared/dates';
import { present } from '../../testing/present';
import { settled } from '../../testing/settled';
import { AccountPage } from './account-page';

const configuration: Configuration = {
  outputs: { auth: { password_policy: { min_length: 8, require_numbers: true } } },
  localEndpoint: null,
};

describe('AccountPage', () => {
  let account: FakeAccount;
  let provider: FakeIdentityProvider;
  let harness: RouterTestingHarness;

  beforeEach(() => {
    account = new FakeAccount();
    provider = new FakeIdentityProvider().signedIn(reader);
    TestBed.configureTestingModule({
      providers: [
        provideHttpClient(),
        provideHttpClientTesting(),
        provideFakeSession({ provider }),
        { provide: Account, useValue: account },
        { provide: TIME_ZONE, useValue: 'Asia/Kolkata' },
        {
          provide: ConfigurationLoader,
          useValue: { load: () => Promise.resolve(configuration) },
        },
        provideRouter(
          [
            { path: 'account', component: AccountPage },
            { path: '**', children: [] },
          ],
          withComponentInputBinding(),
        ),
      ],
    });
  });

  afterEach(() => {
    page().remove();
    sessionStorage.clear();
  });

  async function open(address = '/account'): Promise<void> {
    await TestBed.inject(Session).settled();
    harness = await RouterTestingHarness.create(address);
    document.body.append(page());
    await settle();
  }
  const page = () => harness.fixture.nativeElement as HTMLElement;
  const settle = () => settled(harness.fixture);
  const entry = (name: string) =>
    present(
      [...page().querySelectorAll('section')].find(
        (one) => one.querySelector('h2')?.textContent === name,
      ),
    );
  const text = (name: string) => entry(name).textContent.replace(/\s+/g, ' ').trim();
  const button = (name: string, within: HTMLElement = page()) =>
    present(
      [...within.querySelectorAll('button')].find((one) =>
        one.textContent.replace(/\s+/g, ' ').trim().startsWith(name),
      ),
    );
  async function press(name: string, within: HTMLElement = page()): Promise<void> {
    button(name, within).click();
    await settle();
  }
  async function type(id: string, words: string): Promise<void> {
    const field = present(page().querySelector<HTMLInputElement>(`#${id}`));
    field.value = words;
    field.dispatchEvent(new Event('input'));
    await settle();
  }
  async function submit(id: string): Promise<void> {
    present(page().querySelector<HTMLInputElement>(`#${id}`)).form?.requestSubmit();
    await settle();
  }
  const field = (id: string) => present(page().querySelector<HTMLInputElement>(`#${id}`));
  /** What screen readers say of a field: whether it is wrong, and what describes it. */
  const spoken = (id: string) => ({
    isInvalid: field(id).getAttribute('aria-invalid') === 'true',
    description: (field(id).getAttribute('aria-describedby') ?? '')
      .split(' ')
      .map((one) => page().querySelector(`#${one}`)?.textContent ?? '')
      .join(' ')
      .trim(),
  });
  const count = (call: string) => account.calls.filter((one) => one.startsWith(call)).length;

  it('shows that it tries again, and asks once, however often one presses', async () => {
    account.fail();
    await open();
    account.recover();
    const release = account.hold();
    const again = button('Try again', entry('Name'));
    again.click();
    harness.fixture.detectChanges();
    expect(again.textContent.trim()).toBe('Trying …');
    expect(again.getAttribute('aria-disabled')).toBe('true');
    const asked = count('profile');
    again.click();
    release();
    await settle();
    expect(count('profile')).toBe(asked);
    expect(text('Name')).toContain('Not given');
  });

  for (const [what, act, done] of [
    [
      'a name',
      async () => {
        await press('Change', entry('Name'));
        await type('account-name', 'Zoë');
        failAfter('rename');
        await submit('account-name');
      },
      'Your name is saved.',
    ],
    [
      'a passkey',
      async () => {
        failAfter('addPasskey');
        await press('Add a passkey');
      },
      'The passkey is added.',
    ],
  ] as const)
    it(`says that ${what} is there, although nothing can be read after that`, async () => {
      await open();
      await act();
      expect(page().textContent).toContain(done);
      expect(page().querySelector('pp-list-note')).toBeNull();
    });

  function failAfter(method: 'rename' | 'addPasskey'): void {
    const write = spyOn(account, method).and.callThrough();
    write.and.callFake(async (...args: [string?]) => {
      write.and.callThrough();
      await account[method](args[0] ?? '');
      account.fail();
    });
  }

  describe('name', () => {
    it('is saved, said, shown, and gives the focus back', async () => {
      await open();
      await press('Change', entry('Name'));
      expect(document.activeElement?.id).toBe('account-name');
      await type('account-name', '  Zoë   O’Brien ');
      await submit('account-name');
      expect(text('Name')).toContain('Zoë O’Brien');
      expect(text('Name')).toContain('Your name is saved.');
      expect(document.activeElement).toBe(button('Change', entry('Name')));
    });

    it('is asked for once, however often one presses, and what was typed stays after a failure', async () => {
      await open();
      await press('Change', entry('Name'));
      await type('account-name', 'Zoë');
      const release = account.hold();
      await submit('account-name');
      await submit('account-name');
      account.fail();
      release();
      await settle();
      expect(count('rename')).toBe(1);
      expect(text('Name')).toContain('cannot be reached');
      expect(page().querySelector<HTMLInputElement>('#account-name')?.value).toBe('Zoë');
    });
  });

  describe('e-mail address', () => {
    async function askFor(address: string): Promise<void> {
      await press('Change', entry('E-mail address'));
      await type('account-email', address);
      await submit('account-email');
    }

    it('changes with the code, and the session learns of it', async () => {
      await open();
      await askFor('new@presspass.test');
      expect(TestBed.inject(Router).url).toBe('/account?email=new@presspass.test');
      expect(text('E-mail address')).toContain('Until then your present address stays');
      await type('account-email-code', ' 135 790 ');
      await submit('account-email-code');
      expect(account.calls).toContain(`confirmEmail ${emailCode}`);
      expect(text('E-mail address')).toContain('Your address is now new@presspass.test');
      expect(provider.calls).toContain('refresh');
      expect(TestBed.inject(Router).url).toBe('/account');
    });

    it('waits for its code after a reload, by the address of the page', async () => {
      await open('/account?email=new@presspass.test');
      expect(text('E-mail address')).toContain('sent to new@presspass.test');
      await type('account-email-code', '000000');
      await submit('account-email-code');
      expect(text('E-mail address')).toContain('not the code of the latest e-mail');
      expect(field('account-email-code').value).toBe('000000');
    });

    it('goes by the first of two addresses that the address of the page names', async () => {
      await open('/account?email=new@presspass.test&email=other@presspass.test');
      expect(text('E-mail address')).toContain('sent to new@presspass.test');
    });

    it('takes a code on a device that does not know the new address', async () => {
      await open();
      await press('Change', entry('E-mail address'));
      await press('I have a code');
      await type('account-email-code', emailCode);
      await submit('account-email-code');
      expect(text('E-mail address')).toContain('Your address is now');
    });

    it('counts as changed where the answer to the code was lost on its way', async () => {
      await open('/account?email=new@presspass.test');
      account.attributes = { ...account.attributes, email: 'new@presspass.test' };
      await type('account-email-code', '000000');
      await submit('account-email-code');
      expect(text('E-mail address')).toContain('Your address is now new@presspass.test');
    });

    it('does not wait for an address that is confirmed already', async () => {
      await open('/account?email=reader@presspass.test');
      expect(page().querySelector('#account-email-code')).toBeNull();
    });

    it('refuses the present one without asking anybody, and says whose one is taken', async () => {
      await open();
      await askFor('Reader@presspass.test');
      expect(text('E-mail address')).toContain('That is your address already');
      expect(count('changeEmail')).toBe(0);
      await type('account-email', 'editor@presspass.test');
      await submit('account-email');
      expect(text('E-mail address')).toContain('Another account has this address');
    });

    it('sends another code, then rests', async () => {
      await open('/account?email=new@presspass.test');
      await press('Send the code again');
      await press('Send the code again');
      expect(count('resendEmailCode')).toBe(1);
      expect(text('E-mail address')).toContain('Another code is on its way');
    });

    it('is followed when it changes in another tab', async () => {
      await open();
      account.attributes = { ...account.attributes, email: 'elsewhere@presspass.test' };
      provider.announce('refreshed', { ...reader, email: 'elsewhere@presspass.test' });
      await settle();
      await settle();
      expect(text('E-mail address')).toContain('elsewhere@presspass.test');
    });
  });

  describe('password', () => {
    beforeEach(async () => {
      await open();
      await press('Change', entry('Password'));
    });

    it('ticks the rules off as one types, and is not sent before all are met', async () => {
      await type('account-password', 'Press-Pass-2026');
      await type('account-new-password', 'abcdefgh');
      const met = () =>
        [...entry('Password').querySelectorAll('li[data-met]')].map((one) =>
          one.textContent.trim(),
        );
      expect(met()).toEqual([jasmine.stringContaining('at least 8 characters')]);
      await submit('account-new-password');
      expect(text('Password')).toContain('still needs a number');
      expect(count('changePassword')).toBe(0);
      await type('account-new-password', 'abcdefgh1');
      await submit('account-new-password');
      expect(account.password).toBe('abcdefgh1');
      expect(text('Password')).toContain('sign out everywhere below');
    });

    it('keeps what was typed when the present one is wrong', async () => {
      await type('account-password', 'Not-The-Pass-1');
      await type('account-new-password', 'abcdefgh1');
      await submit('account-new-password');
      expect(text('Password')).toContain('That is not your present password');
      expect(page().querySelector<HTMLInputElement>('#account-new-password')?.value).toBe(
        'abcdefgh1',
      );
    });
  });

  describe('a wrong field', () => {
    beforeEach(async () => {
      await open();
      await press('Change', entry('Password'));
    });

    it('is not wrong before one has tried to submit', async () => {
      field('account-password').focus();
      field('account-new-password').focus();
      await settle();
      expect(spoken('account-password')).toEqual({ isInvalid: false, description: '' });
    });

    it('says what is wrong with it, and the first one takes the focus', async () => {
      await type('account-new-password', 'abcdefgh1');
      field('account-new-password').focus();
      await submit('account-new-password');
      expect(spoken('account-password')).toEqual({
        isInvalid: true,
        description: 'Type your present password.',
      });
      expect(spoken('account-new-password').isInvalid).toBeFalse();
      expect(document.activeElement?.id).toBe('account-password');
    });

    it('is the one that the server refuses', async () => {
      await type('account-password', 'Not-The-Pass-1');
      await type('account-new-password', 'abcdefgh1');
      field('account-new-password').focus();
      await submit('account-new-password');
      expect(spoken('account-password')).toEqual({
        isInvalid: true,
        description: 'That is not your present password. Check it, then try again.',
      });
      expect(document.activeElement?.id).toBe('account-password');
      await type('account-password', 'Press-Pass-2026');
      expect(spoken('account-password').isInvalid).toBeFalse();
    });

    it('is none where the server cannot be reached: the same can be sent again', async () => {
      await type('account-password', 'Press-Pass-2026');
      await type('account-new-password', 'abcdefgh1');
      account.fail();
      await submit('account-new-password');
      expect(text('Password')).toContain('cannot be reached');
      expect(spoken('account-password').isInvalid).toBeFalse();
      account.recover();
      await submit('account-new-password');
      expect(account.password).toBe('abcdefgh1');
    });
  });

  it('lets somebody without a password set one, and offers no second step before', async () => {
    account.password = null;
    await open();
    expect(text('Second step')).toContain('you have none');
    await press('Set', entry('Password'));
    expect(page().querySelector('#account-password')).toBeNull();
    await type('account-new-password', 'abcdefgh1');
    await submit('account-new-password');
    expect(account.password as string | null).toBe('abcdefgh1');
    expect(button('Set up an authenticator app')).toBeTruthy();
  });

  describe('second step', () => {
    it('shows QR code and key, and goes on with the code of the app', async () => {
      await open();
      await press('Set up an authenticator app');
      expect(entry('Second step').querySelector('svg[role=img]')).not.toBeNull();
      expect(text('Second step')).toContain('JBSW Y3DP');
      await type('account-totp', '000000');
      await submit('account-totp');
      expect(text('Second step')).toContain('clock of your phone');
      await type('account-totp', appCode);
      await submit('account-totp');
      expect(text('Second step')).toContain('The second step is on');
      expect(text('Second step')).toContain('If you lose the device');
    });

    it('is turned off after a second question only', async () => {
      account.isTotpOn = true;
      await open();
      await press('Turn off', entry('Second step'));
      expect(account.isTotpOn).toBeTrue();
      await press('Keep it on');
      expect(document.activeElement).toBe(button('Turn off', entry('Second step')));
      await press('Turn off', entry('Second step'));
      await press('Turn it off');
      expect(account.isTotpOn as boolean).toBeFalse();
      expect(text('Second step')).toContain('The second step is off');
    });
  });

  describe('passkeys', () => {
    it('are added, listed and removed after a second question', async () => {
      await open();
      await press('Add a passkey');
      expect(text('Passkeys')).toContain(
        'Added on 20 November 2026 at 12:00 · on the device itself',
      );
      await press('Remove', entry('Passkeys'));
      expect(account.keys.length).toBe(1);
      await press('Remove passkey');
      expect(account.keys.length).toBe(0);
      expect(document.activeElement).toBe(button('Add a passkey'));
    });

    it('say so when the ceremony is cancelled', async () => {
      await open();
      account.fail(
        'PasskeyRegistrationCanceled',
        'Passkey registration ceremony has been canceled.',
      );
      await press('Add a passkey');
      expect(text('Passkeys')).toContain('No passkey was added');
    });

    it('end at twenty', async () => {
      account.keys = Array.from({ length: 20 }, (_, index) => ({
        id: String(index),
        name: `Key ${String(index)}`,
        createdAt: null,
        kind: 'apart' as const,
      }));
      await open();
      expect(text('Passkeys')).toContain('20 passkeys, which is the most');
      expect(entry('Passkeys').textContent).not.toContain('Add a passkey');
    });
  });

  it('fails entry by entry, and each can be tried again', async () => {
    account.fail();
    await open();
    expect(text('Passkeys')).toContain('cannot be reached');
    expect(text('Name')).toContain('cannot be reached');
    expect(text('E-mail address')).toContain(reader.email);
    account.recover();
    await press('Try again', entry('Name'));
    expect(text('Name')).toContain('Not given');
    expect(text('Passkeys')).toContain('cannot be reached');
  });

  describe('signing out everywhere', () => {
    it('asks once more, then ends this session too', async () => {
      await open();
      await press('Sign out everywhere');
      expect(count('endAllSessions')).toBe(0);
      await press('Sign out everywhere');
      expect(count('endAllSessions')).toBe(1);
      expect(provider.calls).toContain('signOut');
      expect(TestBed.inject(Notices).current()?.text).toBe('You are signed out everywhere.');
    });

    it('does not claim what did not happen', async () => {
      await open();
      account.fail();
      await press('Sign out everywhere');
      await press('Sign out everywhere');
      expect(text('Signed in')).toContain('cannot be reached');
      expect(provider.calls).not.toContain('signOut');
    });
  });

  describe('deleting', () => {
    async function ask(typed: string): Promise<void> {
      await open();
      await press('Delete my account', entry('Delete'));
      await type('delete-account-email', typed);
    }

    it('needs the address, typed', async () => {
      await ask('editor@presspass.test');
      await submit('delete-account-email');
      expect(count('delete')).toBe(0);
      expect(page().querySelector('dialog')?.textContent).toContain(
        'not the address of this account',
      );
    });

    it('signs out, goes to the front page and says so, once', async () => {
      await ask(' Reader@Presspass.test ');
      const release = account.hold();
      await submit('delete-account-email');
      await submit('delete-account-email');
      release();
      await settle();
      expect(count('delete')).toBe(1);
      expect(provider.calls).toContain('signOut');
      expect(TestBed.inject(Router).url).toBe('/');
      expect(TestBed.inject(Notices).current()?.text).toContain('Your account is deleted');
    });

    it('keeps the dialog open, and the session, when it fails', async () => {
      await ask(reader.email);
      account.fail();
      await submit('delete-account-email');
      expect(page().querySelector('dialog')?.open).toBeTrue();
      expect(page().querySelector('dialog')?.textContent).toContain('cannot be reached');
      expect(provider.calls).not.toContain('signOut');
    });
  });
});
