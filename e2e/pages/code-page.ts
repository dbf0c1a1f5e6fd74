import type { Locator, Page } from '@playwright/test';

/** `/sign-in/code`: sign-in by an e-mailed code. */
export class CodePage {
  readonly heading: Locator;
  readonly address: Locator;
  readonly code: Locator;
  readonly problem: Locator;
  readonly again: Locator;
  readonly #page: Page;

  constructor(page: Page) {
    this.#page = page;
    this.heading = page.getByRole('heading', { name: 'Enter your code' });
    this.address = page.getByLabel('E-mail address');
    this.code = page.getByLabel('Code from the e-mail');
    this.problem = page.getByRole('main').getByRole('alert').filter({ hasText: /\S/ });
    this.again = page.getByRole('button', { name: 'Send the code again' });
  }

  async ask(email: string): Promise<void> {
    await this.address.fill(email);
    await this.#page.getByRole('button', { name: 'E-mail me a code' }).click();
    await this.heading.waitFor();
  }

  async enter(code: string): Promise<void> {
    await this.code.fill(code);
    await this.#page.getByRole('button', { name: 'Sign in', exact: true }).click();
  }
}
