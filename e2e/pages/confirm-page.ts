import type { Locator, Page } from '@playwright/test';

/** `/confirm`. */
export class ConfirmPage {
  readonly heading: Locator;
  readonly problem: Locator;
  readonly again: Locator;
  readonly #page: Page;

  constructor(page: Page) {
    this.#page = page;
    this.heading = page.getByRole('heading', { name: 'Confirm your e-mail address' });
    this.problem = page.getByRole('main').getByRole('alert');
    this.again = page.getByRole('button', { name: 'Send the code again' });
  }

  async enter(code: string): Promise<void> {
    await this.#page.getByLabel('Code from the e-mail').fill(code);
    await this.#page.getByRole('button', { name: 'Confirm', exact: true }).click();
  }
}
