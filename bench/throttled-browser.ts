import type { BrowserContext, Page } from '@playwright/test';
import { withNewBrowser } from './new-browser.ts';

/**
 * A phone of the middle class on a slow mobile network: Lighthouse's mobile profile with real
 * throttling. https://github.com/GoogleChrome/lighthouse/blob/main/docs/throttling.md
 */
const profile = {
  viewport: { width: 412, height: 823 },
  cpuSlowdown: 4,
  latencyMs: 150,
  downloadBytesPerSecond: (1.6 * 1024 * 1024) / 8,
  uploadBytesPerSecond: (750 * 1024) / 8,
};

/** Opens a page in a browser that is new and as slow as that phone, and lets `use` have it. */
export function withThrottledPage<Result>(use: (page: Page) => Promise<Result>): Promise<Result> {
  return withNewBrowser(async (browser) => {
    const context = await browser.newContext({ viewport: profile.viewport });
    const page = await context.newPage();
    await throttle(context, page);
    return use(page);
  });
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
