import { chromium } from '@playwright/test';
import type { Browser } from '@playwright/test';
import { findChromium } from '../tools/find-chromium.ts';

/** Starts a browser that has never seen any page, lets `use` have it, and closes it again. */
export async function withNewBrowser<Result>(
  use: (browser: Browser) => Promise<Result>,
): Promise<Result> {
  const browser = await chromium.launch({
    executablePath: findChromium(),
    args: ['--no-sandbox', '--disable-dev-shm-usage', '--disable-background-networking'],
  });
  try {
    return await use(browser);
  } finally {
    await browser.close();
  }
}
