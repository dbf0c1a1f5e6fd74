import type { Locator, Page } from '@playwright/test';

/** The one sentence at the foot of the page on what just happened. */
export function notice(page: Page): Locator {
  return page.locator('pp-notice-bar').getByRole('status');
}
