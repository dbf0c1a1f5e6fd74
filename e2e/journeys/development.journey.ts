import type { Page } from '@playwright/test';
import { expect, test } from '../fixtures.ts';
import { FrontPage } from '../pages/front-page.ts';
import { SignInPage } from '../pages/sign-in-page.ts';
import { freePort } from '../paper/paper.ts';
import { editor } from '../paper/people.ts';
import { type RunningScript, startScript } from '../paper/process.ts';

/**
 * Development and production have the same document, the same routes and the same features: `ng serve` and the
 * production build, on one stand-in.
 */
test.use({ changesPaper: true });

/** Addresses of every feature, known to the hosting or not. */
const addresses = [
  '/',
  '/desk',
  '/desk/trash',
  '/account',
  '/pass',
  '/sign-in',
  '/sign-in/code',
  '/editors-only',
  '/confirm?email=a@b.test',
  '/a/page/of/tomorrow',
  '/sign-in/unknown',
];

/** What a person sees of each address, as an editor. */
async function lookAround(page: Page, origin: string): Promise<Record<string, unknown>> {
  const signIn = await new SignInPage(page).open(`${origin}/sign-in`);
  await signIn.signIn(editor);
  await page.waitForURL(`${origin}/`);
  const front = new FrontPage(page);
  const story = await front.headlines.first().getAttribute('href');
  const seen: Record<string, unknown> = {};
  for (const address of [...addresses, story ?? '']) {
    await page.goto(`${origin}${address}`);
    await expect(page.locator('main h1')).not.toHaveCount(0);
    await expect(page.locator('main .bar')).toHaveCount(0);
    seen[address] = {
      heading: await page.locator('main h1').first().textContent(),
      title: await page.title(),
      at: page.url().slice(origin.length),
      size: await page
        .locator('main h1')
        .first()
        .evaluate((h1) => getComputedStyle(h1).fontSize),
    };
  }
  // A link is followed by the router, without a page load.
  await page.goto(`${origin}/`);
  await page.evaluate(() => Object.assign(window, { hasStayed: true }));
  await front.headlines.first().click();
  await expect(page.locator('.article-body')).toBeVisible();
  seen['a link'] = await page.evaluate(() => 'hasStayed' in window);
  return seen;
}

test('development shows what production shows, and says what to start where nothing is behind it', async ({
  browser,
  page,
  paper,
  watch,
}) => {
  const port = String(await freePort());
  const server: RunningScript = await startScript(
    ['node_modules/@angular/cli/bin/ng.js', 'serve', '--host=127.0.0.1', `--port=${port}`],
    { EDGE_PORT: new URL(paper.edge).port, NG_CLI_ANALYTICS: 'false' },
    // The address comes with colours.
    /➜/,
  );
  try {
    const origin = `http://localhost:${port}`;
    const development = await browser.newPage();
    const inDevelopment = await lookAround(development, origin);
    expect(await lookAround(page, paper.url)).toEqual(inDevelopment);

    watch.expectInConsole(/Failed to load resource/);
    await paper.killStandIn();
    const advice = /Run `npm start` instead of `ng serve`, or `npm run local` beside it\./;
    const stranger = await browser.newPage();
    await stranger.goto(`${origin}/`);
    await expect(stranger.getByRole('alert')).toContainText(advice);
    await stranger.goto(`${origin}/sign-in`);
    await expect(stranger.getByRole('main').getByRole('alert')).toContainText(advice);
    await development.close();
    await stranger.close();
  } finally {
    await server.stop('SIGTERM');
    await paper.startStandInAgain();
  }
});
