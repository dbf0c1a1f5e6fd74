import type { Page } from '@playwright/test';
import { expect, test } from '../fixtures.ts';
import { DeskPage } from '../pages/desk-page.ts';
import { FrontPage } from '../pages/front-page.ts';
import { Masthead } from '../pages/masthead.ts';
import { notice } from '../pages/notice.ts';
import { SignInPage, signInAs } from '../pages/sign-in-page.ts';
import { editor, reader } from '../paper/people.ts';

const hour = 3_600;
const sessionEnded = 'Your session has ended. Sign in again to go on.';

test.use({ changesPaper: true });

/** Counts the refreshes that `page` asks the user pool for. */
function refreshesOf(page: Page): { count: number } {
  const refreshes = { count: 0 };
  page.on('request', (request) => {
    const target = request.headers()['x-amz-target'] ?? '';
    if (target.endsWith('.GetTokensFromRefreshToken')) refreshes.count++;
  });
  return refreshes;
}

test('refreshes an expired token by itself, once for many requests', async ({ page, paper }) => {
  await signInAs(page, editor, '/desk');
  const desk = new DeskPage(page);
  await expect(desk.count).toHaveText('60 stories');
  const refreshes = refreshesOf(page);
  const refused: string[] = [];
  page.on('response', (response) => {
    if (response.status() === 401) refused.push(response.url());
  });
  await paper.advanceClock(hour + 1);
  await desk.search.fill('world');
  await desk.selectAll.check();
  await desk.deleteSelected.click();
  await expect(notice(page)).toContainText('stories moved to the trash.');
  expect(refused.length).toBeGreaterThan(1);
  expect(refreshes.count).toBe(1);
  await notice(page).getByRole('button', { name: 'Undo' }).click();
  await expect(notice(page)).toContainText('brought back.');
  expect(refreshes.count).toBe(1);
  await expect(new Masthead(page).account).toContainText(editor.email);
});

for (const { how, end } of [
  { how: 'somebody has signed out everywhere', end: 'elsewhere' },
  { how: 'thirty days have passed', end: 'time' },
]) {
  test(`ends the session once, with a message, when ${how}`, async ({ page, paper }) => {
    const person = await paper.join();
    await signInAs(page, person);
    const masthead = new Masthead(page);
    await expect(masthead.account).toContainText(person.email);
    if (end === 'elsewhere') await paper.cognito.signOutEverywhere(person);
    await paper.advanceClock(end === 'elsewhere' ? hour + 1 : 31 * 24 * hour);
    const refreshes = refreshesOf(page);
    await new FrontPage(page).headlines.first().click();
    await expect(notice(page)).toContainText(sessionEnded);
    await expect(masthead.signInLink).toBeVisible();
    expect(refreshes.count).toBe(1);
    const story = new URL(page.url()).pathname;

    await notice(page).getByRole('button', { name: 'Sign in' }).click();
    await new SignInPage(page).signIn(person);
    await expect(page).toHaveURL(story);
    await expect(page.locator('.article-body')).toBeVisible();
    await expect(notice(page)).toBeEmpty();
  });
}

test('on a slow network with a token that has ended, a story comes late and nobody is signed out', async ({
  page,
  paper,
}) => {
  await signInAs(page, reader);
  const { account } = new Masthead(page);
  await expect(account).toContainText(reader.email);
  const refreshes = refreshesOf(page);
  await paper.advanceClock(hour + 1);
  const devTools = await page.context().newCDPSession(page);
  await devTools.send('Network.emulateNetworkConditions', {
    offline: false,
    // Milliseconds and bytes a second: a train in a valley.
    latency: 800,
    downloadThroughput: 25_000,
    uploadThroughput: 10_000,
  });
  await new FrontPage(page).headlines.first().click();
  await expect(page.locator('.article-body')).toBeVisible({ timeout: 60_000 });
  await expect(account).toContainText(reader.email);
  expect(refreshes.count).toBe(1);
});
