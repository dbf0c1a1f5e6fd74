/**
 * Journeys through the production build in a real browser; `npm run test:e2e` builds it, bundles the functions
 * and names the browser (CHROME_BIN). Each worker starts the paper on free ports, with a state of its own.
 */
import { availableParallelism } from 'node:os';
import { env } from 'node:process';
import { defineConfig } from '@playwright/test';

const chromium = env['CHROME_BIN'];

export default defineConfig({
  testDir: 'journeys',
  testMatch: '**/*.journey.ts',
  testIgnore: env['PRESSPASS_PICTURES'] ? [] : '**/pictures.journey.ts',
  outputDir: '../test-results',
  forbidOnly: Boolean(env['CI']),
  fullyParallel: true,
  workers: availableParallelism(),
  // No journey is about how fast this machine is: what takes longer than this hangs. Milliseconds, all of them.
  timeout: 180_000,
  expect: { timeout: 30_000 },
  reporter: 'list',
  use: {
    browserName: 'chromium',
    viewport: { width: 1280, height: 800 },
    locale: 'en-GB',
    timezoneId: 'America/New_York', // neither the server's nor this machine's
    actionTimeout: 30_000,
    navigationTimeout: 30_000,
    screenshot: 'only-on-failure',
    launchOptions: chromium ? { executablePath: chromium } : {},
  },
});
