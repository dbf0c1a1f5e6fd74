import type { Locator, Page } from '@playwright/test';

/** `/pass`. */
export class PassPage {
  readonly passport: Locator;
  readonly boardingPass: Locator;
  readonly refreshButton: Locator;
  readonly changes: Locator;
  readonly toDoors: Locator;
  readonly tryAll: Locator;
  readonly outcome: Locator;
  readonly #page: Page;

  constructor(page: Page) {
    this.#page = page;
    this.passport = page.getByRole('article', { name: 'Passport' });
    this.boardingPass = page.getByRole('article', { name: 'Boarding pass' });
    this.refreshButton = page.getByRole('button', { name: 'Refresh now' });
    this.changes = page
      .getByRole('main')
      .getByRole('status')
      .filter({ hasText: /tokens|user pool/ });
    this.toDoors = page.getByRole('link', { name: 'Try the doors' });
    this.tryAll = page.getByRole('button', { name: 'Try all' });
    this.outcome = page.getByRole('region', { name: 'Try the doors' }).getByRole('status');
  }

  /** The button of a door, as in `cell('GET /api/me', 'the ID token')`. */
  cell(door: string, token: string): Locator {
    const name = `${door} with ${token}:`.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
    return this.#page.getByRole('button', { name: new RegExp(`^${name}`) });
  }

  /** What came of the door that was tried last. */
  result(door: string, token: string): Locator {
    return this.#page.getByRole('group', { name: `${door} with ${token}`, exact: true });
  }

  /** The raw token of one of the two documents. */
  async rawToken(document: Locator): Promise<string> {
    const summary = document.getByText('The raw token', { exact: true });
    await summary.click();
    const text = await document.getByRole('region', { name: /^The raw/ }).innerText();
    await summary.click();
    return text.trim();
  }
}
