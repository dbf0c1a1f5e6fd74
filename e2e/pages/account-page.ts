import type { Locator, Page } from '@playwright/test';

/** `/account`, entry by entry. */
export class AccountPage {
  readonly page: Page;
  readonly name: Locator;
  readonly email: Locator;
  readonly password: Locator;
  readonly secondStep: Locator;
  readonly passkeys: Locator;
  readonly sessions: Locator;
  readonly data: Locator;
  readonly deletion: Locator;
  readonly dialog: Locator;

  constructor(page: Page) {
    const entry = (name: string): Locator => page.getByRole('region', { name, exact: true });
    this.page = page;
    this.name = entry('Name');
    this.email = entry('E-mail address');
    this.password = entry('Password');
    this.secondStep = entry('Second step');
    this.passkeys = entry('Passkeys');
    this.sessions = entry('Signed in');
    this.data = entry('Your data');
    this.deletion = entry('Delete');
    this.dialog = page.getByRole('dialog', { name: 'Delete your account?' });
  }

  async askForAddress(address: string): Promise<void> {
    await this.email.getByRole('button', { name: 'Change e-mail address' }).click();
    await this.email.getByLabel('New e-mail address').fill(address);
    await this.email.getByRole('button', { name: 'Send me the code' }).click();
  }

  async enterCode(code: string): Promise<void> {
    await this.email.getByLabel('Code from the e-mail').fill(code);
    await this.email.getByRole('button', { name: 'Confirm address' }).click();
  }

  async changePassword(present: string, next: string): Promise<void> {
    await this.password.getByLabel('Present password').fill(present);
    await this.password.getByLabel('New password').fill(next);
    await this.password.getByRole('button', { name: 'Save password' }).click();
  }

  /** Opens the question before the end of the account, and answers it. */
  async typeToDelete(address: string): Promise<void> {
    await this.dialog.getByRole('textbox').fill(address);
    await this.dialog.getByRole('button', { name: 'Delete my account' }).click();
  }
}
