import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { expect, test } from '../fixtures.ts';
import { DeskPage } from '../pages/desk-page.ts';
import { FrontPage } from '../pages/front-page.ts';
import { Masthead } from '../pages/masthead.ts';
import { SignInPage, signInAs } from '../pages/sign-in-page.ts';
import { editor, reader } from '../paper/people.ts';

const hour = 3_600;

async function signInForThisTab(page: Page, wanted = '/'): Promise<void> {
  const signIn = await new SignInPage(page).open(`/sign-in?return=${wanted}`);
  await page.getByRole('checkbox', { name: /keep me signed in/i }).uncheck();
  await signIn.signIn(editor);
  await page.waitForURL(wanted);
  await expect(new Masthead(page).account).toContainText(editor.email);
}

/** Everything that is kept for longer than the tab, as text. */
function keptOnDevice(page: Page): Promise<string> {
  return page.evaluate(() => JSON.stringify(Object.entries(localStorage)));
}

/** A tab with a copy of this one's `sessionStorage`, as a browser's “Duplicate” makes. */
async function duplicate(page: Page, address: string): Promise<Page> {
  const opened = page.context().waitForEvent('page');
  await page.evaluate((url) => {
    window.open(url);
  }, address);
  return opened;
}

test('one who is kept signed in comes back to it after a restart of the browser', async ({
  playwright,
  launchOptions,
  paper,
  watch,
}) => {
  const folder = await mkdtemp(join(tmpdir(), 'presspass-browser-'));
  const launch = async () => {
    const browser = await playwright.chromium.launchPersistentContext(folder, {
      ...launchOptions,
      baseURL: paper.url,
    });
    await watch.over(browser);
    return browser;
  };
  try {
    const before = await launch();
    await signInAs(await before.newPage(), reader);
    await before.close();
    await paper.advanceClock(20 * 24 * hour);
    const after = await launch();
    const page = await after.newPage();
    await page.goto('/');
    await new FrontPage(page).headlines.first().click();
    await expect(page.locator('.article-body')).toBeVisible();
    await expect(new Masthead(page).account).toContainText(reader.email);
    await after.close();
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
});

test('a session for this tab lasts over reloads, both documents and a refresh, and no token is kept on the device', async ({
  page,
  paper,
}) => {
  const other = await page.context().newPage();
  await other.goto('/');
  await other.evaluate(() => {
    // Not for a moment: the watch over every page would hear of it.
    window.addEventListener('storage', ({ newValue }) => {
      if (newValue?.includes('eyJ')) console.error('A token was kept on the device.');
    });
  });
  await signInForThisTab(page);
  const { account } = new Masthead(page);
  await page.reload();
  await expect(account).toContainText(editor.email);
  await page.goto('/account');
  await expect(account).toContainText(editor.email);
  await page.goto('/desk');
  await paper.advanceClock(hour + 60);
  await new DeskPage(page).trashTab.click();
  await expect(page).toHaveURL('/desk/trash');
  await expect(account).toContainText(editor.email);
  expect(await keptOnDevice(page)).not.toContain('eyJ');
});

test('a session for this tab is none in another tab, and is over when the tab is closed', async ({
  page,
  context,
}) => {
  await signInForThisTab(page);
  const other = await context.newPage();
  await other.goto('/desk');
  await expect(other).toHaveURL(/\/sign-in/);
  await page.close();
  const later = await context.newPage();
  await later.goto('/');
  await expect(new Masthead(later).signInLink).toBeVisible();
  expect(await keptOnDevice(later)).not.toContain('eyJ');
});

test('a duplicated tab and its original refresh in turn, far beyond the grace, and both stay', async ({
  page,
  paper,
}) => {
  await signInForThisTab(page, '/desk');
  const twin = await duplicate(page, '/desk');
  const tabs = [page, twin];
  for (const tab of tabs) await expect(new Masthead(tab).account).toContainText(editor.email);
  let refreshes = 0;
  page.context().on('request', (request) => {
    const target = request.headers()['x-amz-target'] ?? '';
    if (target.endsWith('.GetTokensFromRefreshToken')) refreshes++;
  });
  for (const round of [1, 2, 3, 4]) {
    await Promise.all(tabs.map((tab) => tab.goto('/desk')));
    for (const tab of tabs) await expect(new DeskPage(tab).count).toContainText('stories');
    await paper.advanceClock(hour + 60);
    const listed = tabs.map((tab) =>
      tab.waitForResponse((answer) => answer.url().includes('/api/trash') && answer.ok()),
    );
    await Promise.all(tabs.map((tab) => new DeskPage(tab).trashTab.click()));
    await Promise.all(listed);
    expect(refreshes).toBe(round);
  }
});

test('signing out in one of two duplicated tabs signs out both', async ({ page }) => {
  await signInForThisTab(page, '/desk');
  const twin = await duplicate(page, '/');
  await expect(new Masthead(twin).account).toContainText(editor.email);
  await new Masthead(page).signOutButton.click();
  await expect(new Masthead(page).signInLink).toBeVisible();
  await expect(new Masthead(twin).signInLink).toBeVisible();
});

for (const hours of [5, -5])
  test(`a clock that is wrong by ${hours} hours, or is set meanwhile, signs nobody out and starts no loop`, async ({
    page,
  }) => {
    let refreshes = 0;
    page.on('request', (request) => {
      const target = request.headers()['x-amz-target'] ?? '';
      if (target.endsWith('.GetTokensFromRefreshToken')) refreshes++;
    });
    await page.clock.install({ time: Date.now() + hours * hour * 1_000 });
    await signInAs(page, editor, '/desk');
    const { account } = new Masthead(page);
    const desk = new DeskPage(page);
    await desk.trashTab.click();
    await expect(page).toHaveURL('/desk/trash');
    expect(refreshes).toBe(0);
    // Somebody puts the clock right.
    await page.clock.setSystemTime(Date.now());
    await desk.publishedTab.click();
    await desk.trashTab.click();
    await expect(page).toHaveURL('/desk/trash');
    await expect(account).toContainText(editor.email);
    expect(refreshes).toBeLessThanOrEqual(1);
    // The clock of a document that is loaded anew is set once more.
    await page.reload();
    await expect(account).toContainText(editor.email);
    await desk.publishedTab.click();
    await desk.trashTab.click();
    await expect(account).toContainText(editor.email);
    expect(refreshes).toBeLessThanOrEqual(2);
  });
