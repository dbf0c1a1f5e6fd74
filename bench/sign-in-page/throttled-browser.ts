import { chromium } from '@playwright/test';
import type { BrowserContext, Page } from '@playwright/test';
import { findChromium } from '../../tools/find-chromium.ts';

/**
 * A phone of the middle class on a slow mobile network: Lighthouse's mobile profile with real
 * throttling. https://github.com/GoogleChrome/lighthouse/blob/main/docs/throttling.md
 */
const profile = {
  cpuSlowdown: 4,
  latencyMs: 150,
  downloadBytesPerSecond: (1.6 * 1024 * 1024) / 8,
  uploadBytesPerSecond: (750 * 1024) / 8,
};

/** Opens a browser that has never seen the page, lets `use` have it, and closes it again. */
export async function withThrottledPage<Result>(
  use: (page: Page) => Promise<Result>,
): Promise<Result> {
  const browser = await chromium.launch({
    executablePath: findChromium(),
    args: ['--no-sandbox', '--disable-dev-shm-usage', '--disable-background-networking'],
  });
  try {
    const context = await browser.newContext();
    const page = await context.newPage();
    await throttle(context, page);
    return await use(page);
  } finally {
    await browser.close();
  }
}

async function throttle(context: BrowserContext, page: Page): Promise<void> {
  const devTools = await context.newCDPSession(page);
  await devTools.send('Network.enable');
  await devTools.send('Network.emulateNetworkConditions', {
    offline: false,
    latency: profile.latencyMs,
    downloadThroughput: profile.downloadBytesPerSecond,
    uploadThroughput: profile.uploadBytesPerSecond,
  });
  await devTools.send('Emulation.setCPUThrottlingRate', { rate: profile.cpuSlowdown });
}
