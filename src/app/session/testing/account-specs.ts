import type { Account } from '../account/account';

/** An account with its surroundings, as a specification needs them. */
export interface AccountStage {
  readonly account: Account;
  readonly email: string;
  readonly password: string;
  /** An address that somebody else has. */
  readonly takenEmail: string;
  /** An address that nobody has. */
  readonly freeEmail: string;
  /** The code that was sent last to `email`. */
  readonly codeSentTo: (email: string) => Promise<string>;
  /** What an authenticator app with `secret` shows now. */
  readonly appCode: (secret: string) => Promise<string>;
}

/** What every `Account` does. Each spec begins with an account of its own. */
export function describeAccount(name: string, stage: () => Promise<AccountStage>): void {
  describe(`${name} as an account`, () => {
    const kindOf = async (refused: Promise<unknown>): Promise<string> =>
      refused.then(
        () => 'nothing',
        (problem: unknown) => (problem as { kind?: string }).kind ?? String(problem),
      );

    it('says whose it is', async () => {
      const { account, email } = await stage();
      const profile = await account.profile();
      expect(profile.email).toBe(email);
      expect(profile.isEmailVerified).toBeTrue();
      expect(profile.attributes['sub']).toBeTruthy();
    });

    it('gives a name and takes it away', async () => {
      const { account } = await stage();
      await account.rename('Zoë O’Brien');
      expect((await account.profile()).name).toBe('Zoë O’Brien');
      await account.rename('');
      expect((await account.profile()).name).toBe('');
    });

    it('keeps the old address until the code of the new one is entered', async () => {
      const { account, email, freeEmail, codeSentTo } = await stage();
      expect(await account.changeEmail(freeEmail)).toBe('code-sent');
      expect((await account.profile()).email).toBe(email);
      expect(await kindOf(account.confirmEmail('000000'))).toBe('wrong-code');
      expect((await account.profile()).email).toBe(email);
      await account.confirmEmail(await codeSentTo(freeEmail));
      expect((await account.profile()).email).toBe(freeEmail);
    });

    it('sends another code to the new address', async () => {
      const { account, freeEmail, codeSentTo } = await stage();
      await account.changeEmail(freeEmail);
      await account.resendEmailCode();
      await account.confirmEmail(await codeSentTo(freeEmail));
      expect((await account.profile()).email).toBe(freeEmail);
    });

    it('refuses the address of somebody else', async () => {
      const { account, takenEmail } = await stage();
      expect(await kindOf(account.changeEmail(takenEmail))).toBe('account-exists');
    });

    it('changes the password for whoever knows the present one', async () => {
      const { account, password } = await stage();
      const next = 'Other-Pass-2026';
      expect(await kindOf(account.changePassword('Not-The-Pass-1', next))).toBe('wrong-password');
      await account.changePassword(password, next);
      expect(await kindOf(account.changePassword(password, next))).toBe('wrong-password');
      expect((await account.factors()).hasPassword).toBeTrue();
    });

    it('turns the second step on by a code of the app, and off', async () => {
      const { account, appCode } = await stage();
      const secret = await account.beginTotp();
      expect((await account.factors()).isTotpOn).toBeFalse();
      expect(await kindOf(account.turnTotpOn('000000'))).toBe('wrong-code');
      await account.turnTotpOn(await appCode(secret));
      expect((await account.factors()).isTotpOn).toBeTrue();
      await account.turnTotpOff();
      expect((await account.factors()).isTotpOn).toBeFalse();
    });

    it('removes a passkey that is gone already without a complaint', async () => {
      const { account } = await stage();
      expect(await account.passkeys()).toEqual([]);
      expect(await kindOf(account.removePasskey('Z29uZQ'))).toBe('nothing');
    });

    it('knows since when this session lasts', async () => {
      const { account } = await stage();
      expect((await account.beginning()).since.getTime()).toBeGreaterThan(0);
    });

    it('is gone for good after it is deleted, and may be deleted twice', async () => {
      const { account } = await stage();
      await account.delete();
      expect(await kindOf(account.profile())).toBe('expired');
      expect(await kindOf(account.delete())).not.toBe('broken');
    });
  });
}
