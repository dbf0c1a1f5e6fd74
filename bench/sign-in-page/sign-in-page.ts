import type { Page } from '@playwright/test';
import { openPreview } from '../../tools/preview/preview-server.ts';
import { buildPeer } from '../angular-peer.ts';
import { productionBuild } from '../builds.ts';
import type { Figure } from '../figure.ts';
import { startStandInProcess } from '../stand-in-process.ts';
import { median } from '../statistics.ts';
import { withThrottledPage } from '../throttled-browser.ts';
import { temporaryFolder } from '../workspace.ts';

/** Milliseconds from the click to the returned page, on the throttled profile. */
const longestSignIn = 1_500;

/** Milliseconds that a quick typist needs for an address and a password; both apps fetch meanwhile what they like. */
const typing = 3_000;

const reader = { email: 'reader@presspass.test', password: 'Press-Pass-2026' };

/** How somebody comes to the form of an app, and how one sees that they are in. */
interface App {
  folder: string;
  open: (page: Page, origin: string) => Promise<void>;
  submitName: string;
  /** What the returned page shows. */
  returned: string;
}

/**
 * Signing in by password, from the click to the page that one wanted, beside the app of Amplify's
 * quickstart, each time in a browser that is new. `isBuilding: false` takes the production build that is there.
 */
export async function measureSignInPage(isBuilding: boolean, times: number): Promise<Figure[]> {
  const app = await productionBuild(isBuilding);
  const quickstart = await buildPeer({
    folder: 'quickstart-app',
    styles: ['@aws-amplify/ui-angular/theme.css'],
  });
  const standIn = await startStandInProcess(await temporaryFolder('state'));
  const ours: number[] = [];
  const theirs: number[] = [];
  for (let count = 0; count < times; count++) {
    ours.push(await millisecondsToSignIn({ ...presspass, folder: app }, standIn.url));
    theirs.push(await millisecondsToSignIn({ ...quickstartApp, folder: quickstart }, standIn.url));
  }
  await standIn.stop();
  return [
    {
      name: 'Sign-in by password on a slow phone, from the click to the returned page, median',
      value: median(ours),
      unit: 'ms',
      peer: { name: 'Amplify’s quickstart, which stays on its page', value: median(theirs) },
      limit: { of: 'value', atMost: longestSignIn },
    },
  ];
}

const presspass: Omit<App, 'folder'> = {
  async open(page, origin) {
    // As a reader comes: from the front page, whose files the browser then has.
    await page.goto(origin);
    await page.locator('main li h2').first().waitFor();
    await page.getByRole('link', { name: 'Sign in', exact: true }).click();
  },
  submitName: 'Sign in',
  returned: 'main li h2',
};

const quickstartApp: Omit<App, 'folder'> = {
  async open(page, origin) {
    await page.goto(origin);
  },
  submitName: 'Sign in',
  returned: 'h1',
};

async function millisecondsToSignIn(app: App, standIn: string): Promise<number> {
  const preview = await openPreview({ folder: app.folder, port: 0, origin: standIn });
  try {
    return await withThrottledPage(async (page) => {
      await app.open(page, `http://localhost:${preview.port}/`);
      const form = page.locator('amplify-authenticator form');
      await form.locator('[name="username"]').fill(reader.email);
      await form.locator('[name="password"]').fill(reader.password);
      await page.waitForTimeout(typing);
      const clickedAt = performance.now();
      await form.getByRole('button', { name: app.submitName, exact: true }).click();
      await page.locator(app.returned).first().waitFor();
      await page.getByText(reader.email).first().waitFor();
      return performance.now() - clickedAt;
    });
  } finally {
    await preview.close();
  }
}
