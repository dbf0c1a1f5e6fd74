import type { Locator, Page } from '@playwright/test';
import type { Person } from '../paper/people.ts';

/** The user pool's own sign-in page, at its domain. */
export class PoolLoginPage {
  readonly page: Page;
  readonly email: Locator;
  readonly password: Locator;

  constructor(page: Page) {
    this.page = page;
    this.email = page.getByLabel('Email address');
    this.password = page.getByLabel('Password');
  }

  /** From the app's sign-in page. */
  async open(address = '/sign-in'): Promise<this> {
    await this.page.goto(address);
    await this.page.getByRole('button', { name: 'Sign in on a separate page' }).click();
    await this.page.waitForURL(/\/login\?/);
    return this;
  }

  async signIn({ email, password }: Person): Promise<void> {
    await this.email.fill(email);
    await this.password.fill(password);
    await this.password.press('Enter');
  }

  /** What the app has sent along to have it back. */
  get state(): string {
    return new URL(this.page.url()).searchParams.get('state') ?? '';
  }
}
