import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { expect, test } from '../fixtures.ts';
import { FrontPage, storiesAtFirst } from '../pages/front-page.ts';
import { Masthead } from '../pages/masthead.ts';
import { notice } from '../pages/notice.ts';
import { PoolLoginPage } from '../pages/pool-login-page.ts';
import { SignInPage, signInAs } from '../pages/sign-in-page.ts';
import { editor, reader } from '../paper/people.ts';

test('lasts over a reload, and over the death of the stand-in', async ({ page, paper }) => {
  await signInAs(page, reader);
  const { account, signInLink } = new Masthead(page);
  await expect(account).toContainText(reader.email);
  await page.reload();
  await expect(account).toContainText(reader.email);

  await paper.killStandIn();
  await paper.startStandInAgain();
  await page.reload();
  await expect(account).toContainText(reader.email);
  await new FrontPage(page).headlines.first().click();
  await expect(page.locator('.article-body')).toBeVisible();
  await expect(signInLink).toHaveCount(0);
});

test('lasts over a restart of the browser', async ({ playwright, launchOptions, paper, watch }) => {
  const folder = await mkdtemp(join(tmpdir(), 'presspass-browser-'));
  const launch = () =>
    playwright.chromium.launchPersistentContext(folder, { ...launchOptions, baseURL: paper.url });
  try {
    const before = await launch();
    await watch.over(before);
    const page = await before.newPage();
    await signInAs(page, editor);
    await expect(new Masthead(page).account).toContainText(editor.email);
    await before.close();

    const after = await launch();
    await watch.over(after);
    const pageAfter = await after.newPage();
    await pageAfter.goto('/desk');
    await expect(pageAfter.getByRole('heading', { name: 'The desk' })).toBeVisible();
    await expect(new Masthead(pageAfter).account).toContainText(editor.email);
    await after.close();
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
});

test('ends when somebody signs out, and leaves no token behind', async ({ page }) => {
  await page.goto('/');
  const front = new FrontPage(page);
  await front.headlines.first().click();
  await new SignInPage(page).signIn(reader);
  await expect(page.locator('.article-body')).toBeVisible();
  const story = page.url();

  const masthead = new Masthead(page);
  await masthead.signOutButton.click();
  await expect(notice(page)).toContainText('You are signed out.');
  await expect(masthead.signInLink).toBeVisible();
  await expect(page).toHaveURL('/');
  const kept = await page.evaluate(() => JSON.stringify([localStorage, sessionStorage]));
  expect(kept).not.toContain('eyJ');
  await page.goto(story);
  await expect(page).toHaveURL(/\/sign-in\?return=/);
});

test('tells a visitor who is signed in already where they wanted to go', async ({ page }) => {
  await signInAs(page, editor);
  await expect(new Masthead(page).deskLink).toBeVisible();
  await page.goto('/sign-in?return=/desk');
  await expect(page).toHaveURL('/desk');
});

for (const elsewhere of [
  'https://elsewhere.invalid/',
  '//elsewhere.invalid/',
  '/\\elsewhere.invalid/',
  '/%09/elsewhere.invalid/',
  'javascript:document.title=1',
]) {
  test(`opens the front page in place of ${elsewhere} after signing in`, async ({ page }) => {
    const address = elsewhere.includes('%') ? elsewhere : encodeURIComponent(elsewhere);
    await (await new SignInPage(page).open(`/sign-in?return=${address}`)).signIn(reader);
    await expect(new Masthead(page).account).toContainText(reader.email);
    await expect(page).toHaveURL('/');
    await expect(new FrontPage(page).stories).toHaveCount(storiesAtFirst);
  });
}

test('shows a guarded page at once after a hard reload, and never the sign-in page', async ({
  page,
}) => {
  await signInAs(page, editor, '/desk');
  const addresses: string[] = [];
  page.on('framenavigated', (frame) => addresses.push(new URL(frame.url()).pathname));
  await page.addInitScript(() => {
    const seen: string[] = [];
    const look = () => {
      // At the very start there is no element yet.
      seen.push(document.querySelector('html')?.innerText ?? '');
      requestAnimationFrame(look);
    };
    look();
    Object.assign(window, { seen });
  });
  await page.reload();
  await expect(page.getByRole('heading', { name: 'The desk' })).toBeVisible();
  const frames = await page.evaluate(() => (window as unknown as { seen: string[] }).seen);
  expect(frames.length).toBeGreaterThan(1);
  expect(frames.filter((text) => /Sign in|Welcome|Password/.test(text))).toEqual([]);
  // The router writes the address once more, as it was.
  expect(new Set(addresses)).toEqual(new Set(['/desk']));
});

test('does not take its token along where the API redirects to', async ({ page, paper, watch }) => {
  await signInAs(page, reader);
  watch.expectInConsole(/ERR_FAILED|redirect/i);
  const asked: string[] = [];
  page.on('request', (request) => asked.push(request.url()));
  for (const elsewhere of [`${paper.edge}/mailbox.json`, `${paper.url}/api/news?limit=1`]) {
    await page.goto('/');
    await page.route('**/api/news/*', (route) =>
      route.fulfill({ status: 302, headers: { location: elsewhere } }),
    );
    asked.length = 0;
    await new FrontPage(page).headlines.first().click();
    await expect(page.getByRole('heading', { name: 'could not be fetched' })).toBeVisible();
    expect(asked).not.toContain(elsewhere);
    await page.unroute('**/api/news/*');
  }
});

for (const [where, signIn] of [
  ['in the app', (page: Page) => signInAs(page, reader)],
  [
    'at the pool’s own page',
    async (page: Page) => {
      await (await new PoolLoginPage(page).open()).signIn(reader);
      await page.waitForURL('/');
    },
  ],
] as const) {
  test(`a stolen refresh token dies with its discovery: of a session that began ${where}`, async ({
    page,
    paper,
  }) => {
    await signIn(page);
    const { account, signInLink } = new Masthead(page);
    await expect(account).toContainText(reader.email);
    const kept = await page.evaluate(() => localStorage.getItem('presspass.session') ?? '{}');
    const { client, refresh } = JSON.parse(kept) as { client: string; refresh: string };
    const renew = async (RefreshToken: string): Promise<string> => {
      const answer = await paper.cognito.perform('GetTokensFromRefreshToken', {
        ClientId: client,
        RefreshToken,
      });
      return (answer as Renewal).AuthenticationResult.RefreshToken;
    };
    let thiefs = await renew(refresh);
    await paper.advanceClock(3_601);
    thiefs = await renew(thiefs);

    await new FrontPage(page).headlines.first().click();
    await expect(signInLink).toBeVisible();
    await expect(renew(thiefs)).rejects.toThrow(/NotAuthorizedException/);
  });
}

interface Renewal {
  readonly AuthenticationResult: { readonly RefreshToken: string };
}
