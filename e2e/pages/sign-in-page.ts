import { expect, type Locator, type Page } from '@playwright/test';
import type { Person } from '../paper/people.ts';

/** `/sign-in`, with its tabs and steps. */
export class SignInPage {
  readonly page: Page;
  readonly signInButton: Locator;
  readonly signUpTab: Locator;
  readonly problem: Locator;
  readonly note: Locator;
  /** Of a new password. */
  readonly passwordRules: Locator;

  constructor(page: Page) {
    this.page = page;
    this.signInButton = page.getByRole('button', { name: 'Sign in', exact: true });
    this.signUpTab = page.getByRole('tab', { name: 'Create an account' });
    this.problem = page.getByRole('main').getByRole('alert').filter({ hasText: /\S/ });
    this.note = page
      .getByRole('main')
      .getByRole('status')
      .filter({ hasText: /\S/, hasNotText: /Opening the form|The password keeps all rules/ });
    this.passwordRules = page.getByRole('main').getByRole('listitem');
  }

  async open(address = '/sign-in'): Promise<this> {
    await this.page.goto(address);
    await this.signInButton.waitFor();
    return this;
  }

  async signIn({ email, password }: Person): Promise<void> {
    await this.page.getByLabel('E-mail address').fill(email);
    await this.page.getByLabel('Password', { exact: true }).fill(password);
    await this.signInButton.click();
  }

  async chooseNewPassword(password: string): Promise<void> {
    await expect(this.passwordRules).toHaveCount(5);
    await this.page.getByLabel('New password', { exact: true }).fill(password);
    await this.page.getByLabel('New password again').fill(password);
    await this.page.getByRole('button', { name: 'Change my password' }).click();
  }

  async signUp({ email, password }: Person): Promise<void> {
    await this.signUpTab.click();
    await this.page.getByLabel('E-mail address').fill(email);
    await this.page.getByLabel('Password', { exact: true }).fill(password);
    await this.page.getByLabel('Password again').fill(password);
    await this.page.getByRole('button', { name: 'Create an account' }).click();
  }
}

/** Signs `person` in, and waits until the page that was wanted has taken over from the sign-in page. */
export async function signInAs(page: Page, person: Person, wanted = '/'): Promise<void> {
  const signIn = await new SignInPage(page).open(`/sign-in?return=${wanted}`);
  await signIn.signIn(person);
  await page.waitForURL(wanted);
  await page.getByRole('navigation', { name: 'Account' }).getByText(person.email).waitFor();
}
