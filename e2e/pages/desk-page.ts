import type { Locator, Page } from '@playwright/test';

/** `/desk` and `/desk/trash`. */
export class DeskPage {
  readonly heading: Locator;
  readonly search: Locator;
  readonly count: Locator;
  readonly rows: Locator;
  readonly selectAll: Locator;
  readonly deleteSelected: Locator;
  readonly deleteEverything: Locator;
  readonly trashTab: Locator;
  readonly publishedTab: Locator;
  readonly trashed: Locator;
  readonly dialog: Locator;
  readonly #page: Page;

  constructor(page: Page) {
    this.#page = page;
    const main = page.getByRole('main');
    const tabs = page.getByRole('navigation', { name: 'Desk' });
    this.heading = page.getByRole('heading', { name: 'The desk' });
    this.search = page.getByRole('searchbox', { name: 'Find a story' });
    this.count = main.getByRole('status').filter({ hasText: /stor(y|ies)/ });
    this.rows = page.getByRole('table').locator('tbody').getByRole('row');
    this.selectAll = page.getByRole('checkbox', { name: 'Select all stories found' });
    this.deleteSelected = page.getByRole('button', { name: /^Delete selected/ });
    this.deleteEverything = page.getByRole('button', { name: 'Delete everything …' });
    this.trashTab = tabs.getByRole('link', { name: 'Trash' });
    this.publishedTab = tabs.getByRole('link', { name: 'Published' });
    this.trashed = main.getByRole('listitem');
    this.dialog = page.getByRole('dialog', { name: 'Delete the whole paper?' });
  }

  row(headline: string): Locator {
    return this.rows.filter({ has: this.#page.getByRole('link', { name: headline, exact: true }) });
  }

  async headlineOf(row: Locator): Promise<string> {
    return (await row.getByRole('link').textContent())?.trim() ?? '';
  }

  async delete(headline: string): Promise<void> {
    await this.#page.getByRole('button', { name: `Delete ${headline}`, exact: true }).click();
  }

  async restore(headline: string): Promise<void> {
    await this.#page.getByRole('button', { name: `Restore ${headline}`, exact: true }).click();
  }
}
