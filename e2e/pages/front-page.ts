import type { Locator, Page } from '@playwright/test';

/** How many stories come at once: as many as fill the rows of the widest sheet. */
export const storiesAtFirst = 22;
export const storiesPerStep = 21;

/** `/`. */
export class FrontPage {
  readonly stories: Locator;
  readonly headlines: Locator;
  readonly more: Locator;
  readonly end: Locator;

  constructor(page: Page) {
    const main = page.getByRole('main');
    this.stories = main.getByRole('listitem');
    this.headlines = this.stories.getByRole('heading', { level: 2 }).getByRole('link');
    this.more = page.getByRole('button', { name: 'More news' });
    this.end = page.getByText('You have reached the end of the paper.');
  }

  story(headline: string): Locator {
    return this.headlines.filter({ hasText: headline });
  }
}
