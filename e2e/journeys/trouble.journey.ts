import type { Page } from '@playwright/test';
import { expect, test } from '../fixtures.ts';
import { DeskPage } from '../pages/desk-page.ts';
import { FrontPage, storiesAtFirst, storiesPerStep } from '../pages/front-page.ts';
import { Masthead } from '../pages/masthead.ts';
import { notice } from '../pages/notice.ts';
import { SignInPage, signInAs } from '../pages/sign-in-page.ts';
import { editor, reader } from '../paper/people.ts';

const unreachable = 'Presspass cannot be reached. Check your connection, then try again.';
const broken = 'Something went wrong on our side. Please try again.';

/** From now on the API fails for `page`; the returned function mends it. */
async function breakApi(page: Page, how: 'away' | 'broken'): Promise<() => Promise<void>> {
  const pattern = '**/api/**';
  await page.route(pattern, (route) =>
    how === 'away'
      ? route.abort('connectionrefused')
      : route.fulfill({ status: 500, json: { message: 'Internal server error' } }),
  );
  return () => page.unroute(pattern);
}

for (const [how, words] of [
  ['away', unreachable],
  ['broken', broken],
] as const) {
  test(`keeps the stories it has when the server is ${how}, and tries again`, async ({ page }) => {
    const front = new FrontPage(page);
    await page.goto('/');
    await expect(front.stories).toHaveCount(storiesAtFirst);
    const mend = await breakApi(page, how);
    await front.more.click();
    await expect(page.getByRole('alert')).toContainText(words);
    await expect(front.stories).toHaveCount(storiesAtFirst);
    await mend();
    await page.getByRole('button', { name: 'Try again' }).click();
    await expect(front.stories).toHaveCount(storiesAtFirst + storiesPerStep);
    await expect(page.getByRole('alert')).toHaveCount(0);
  });

  test(`says so when the first page cannot be had: server ${how}`, async ({ page }) => {
    const mend = await breakApi(page, how);
    await page.goto('/');
    await expect(page.getByRole('alert')).toContainText(words);
    await mend();
    await page.getByRole('button', { name: 'Try again' }).click();
    await expect(new FrontPage(page).stories).toHaveCount(storiesAtFirst);
  });

  test(`keeps a reader signed in and offers the story again: server ${how}`, async ({ page }) => {
    await signInAs(page, reader);
    const { account } = new Masthead(page);
    await expect(account).toContainText(reader.email);
    const front = new FrontPage(page);
    await expect(front.stories).toHaveCount(storiesAtFirst);
    const mend = await breakApi(page, how);
    await front.headlines.first().click();
    await expect(page.getByRole('heading', { name: 'could not be fetched' })).toBeVisible();
    await expect(page.getByRole('alert')).toContainText(words);
    await expect(account).toContainText(reader.email);
    await mend();
    await page.getByRole('button', { name: 'Try again' }).click();
    await expect(page.locator('.article-body')).toBeVisible();
  });

  test.describe('at the desk', () => {
    test.use({ changesPaper: true });

    test(`leaves the desk as it is when a deletion fails: server ${how}`, async ({ page }) => {
      await signInAs(page, editor, '/desk');
      const desk = new DeskPage(page);
      await expect(desk.count).toHaveText('60 stories');
      const mend = await breakApi(page, how);
      const headline = await desk.headlineOf(desk.rows.first());
      await desk.delete(headline);
      await expect(notice(page)).toContainText(words);
      await expect(desk.count).toHaveText('60 stories');
      await mend();
      await desk.delete(headline);
      await expect(notice(page)).toContainText('1 story moved to the trash.');
      await notice(page).getByRole('button', { name: 'Undo' }).click();
      await expect(desk.count).toHaveText('60 stories');
    });
  });
}

test('stays ready to go on when deleting everything fails, and shows what is left', async ({
  page,
}) => {
  await signInAs(page, editor, '/desk');
  const desk = new DeskPage(page);
  await expect(desk.count).toHaveText('60 stories');
  const mend = await breakApi(page, 'broken');
  await desk.deleteEverything.click();
  await desk.dialog.getByRole('textbox').fill('delete everything');
  await page.keyboard.press('Enter');
  await expect(desk.dialog.getByRole('alert')).toContainText(broken);
  await expect(desk.dialog.getByRole('button', { name: 'Delete everything' })).toBeEnabled();
  await mend();
  await desk.dialog.getByRole('button', { name: 'Keep the paper' }).click();
  await expect(desk.dialog).toBeHidden();
  await expect(desk.count).toHaveText('60 stories');
});

test('says when an answer takes long, and shows it when it comes', async ({ page }) => {
  const slow = Promise.withResolvers<undefined>();
  await page.route('**/api/news?*', async (route) => {
    await slow.promise;
    await route.continue();
  });
  await page.goto('/');
  await expect(page.getByText('This takes longer than usual.')).toBeVisible();
  slow.resolve(undefined);
  await expect(new FrontPage(page).stories).toHaveCount(storiesAtFirst);
  await expect(page.getByText('This takes longer than usual.')).toHaveCount(0);
});

test('keeps somebody signed in while everything behind the app is away', async ({
  page,
  paper,
}) => {
  await signInAs(page, reader);
  const { account, signInLink, reconnectButton } = new Masthead(page);
  await expect(account).toContainText(reader.email);
  await paper.killStandIn();
  try {
    await page.reload();
    await expect(page.getByRole('alert')).toContainText(/went wrong on our side|cannot be reached/);
    await expect(account).toContainText(reader.email);
    await expect(signInLink).toHaveCount(0);
    await expect(reconnectButton).toBeVisible();
  } finally {
    await paper.startStandInAgain();
  }
  // By itself, or sooner by a click.
  await reconnectButton.click({ timeout: 3_000 }).catch(() => undefined);
  await expect(reconnectButton).toHaveCount(0, longWait);
  await page.getByRole('button', { name: 'Try again' }).click();
  const front = new FrontPage(page);
  await expect(front.stories).toHaveCount(storiesAtFirst);
  await front.headlines.first().click();
  await expect(page.locator('.article-body')).toBeVisible();
});

test('says that nobody can sign in while the sign-in server is away', async ({ page, paper }) => {
  const words = 'The sign-in server cannot be reached.';
  await page.route('**/amplify_outputs.json', (route) => route.abort());
  await page.goto('/sign-in');
  const signIn = new SignInPage(page);
  await expect(signIn.problem).toContainText(words);
  await page.unroute('**/amplify_outputs.json');
  await page.getByRole('button', { name: 'Try again' }).click();
  await signIn.signInButton.waitFor();

  await page.route(`${paper.edge}/`, (route) => route.abort());
  await signIn.signIn(reader);
  await expect(signIn.problem).toContainText(words);
  await page.unroute(`${paper.edge}/`);
  await signIn.signIn(reader);
  await expect(new Masthead(page).account).toContainText(reader.email);
});

test('tells somebody in more groups than fit so, and does not call the story missing', async ({
  page,
  paper,
}) => {
  const person = await paper.join();
  await paper.administrator.addToTooManyGroups(person);
  await page.goto('/');
  const story = await new FrontPage(page).headlines.first().getAttribute('href');
  await signInAs(page, person);
  await page.goto(story ?? '');
  await expect(page.getByRole('heading', { name: 'Your sign-in is too long' })).toBeVisible();
  await expect(page.getByText('You are in 70 groups.')).toBeVisible();
  await expect(page.getByRole('alert')).toContainText('Ask the editors to take you out of some');
});

test('says that a story or a page is not there', async ({ page }) => {
  await signInAs(page, reader);
  await expect(new Masthead(page).account).toContainText(reader.email);
  for (const id of ['0d3f6a52-9c1e-4b7a-8f54-2e6d1c9b7a30', 'not-an-id', 'no%2fsuch%2fstory']) {
    await page.goto(`/news/${id}`);
    await expect(page.getByRole('heading', { name: 'not in the paper' })).toBeVisible();
  }
  for (const address of ['/no/such/page', '/(aux:x)', '/%', '/desk/%zz']) {
    await page.goto(address);
    const heading = page.getByRole('heading', { name: 'This page is not in the paper' });
    await expect(heading).toBeVisible();
  }
});

test('says that one is offline, stays signed in, and recovers with the network', async ({
  page,
  context,
}) => {
  await signInAs(page, reader);
  const { account, reconnectButton, signInLink } = new Masthead(page);
  await context.setOffline(true);
  await expect(account).toContainText('You are offline.');
  await expect(account).toContainText(reader.email);
  await expect(reconnectButton).toHaveCount(0);
  await expect(signInLink).toHaveCount(0);
  await context.setOffline(false);
  await expect(account).not.toContainText('You are offline.');
  await new FrontPage(page).headlines.first().click();
  await expect(page.locator('.article-body')).toBeVisible();
});

/** As long as the session may leave a service alone before it asks again, and some more. */
const longWait = { timeout: 75_000 };

for (const { how, words, status, type } of [
  { how: 'busy', words: 'Sign-in is busy.', status: 429, type: 'TooManyRequestsException' },
  { how: 'ill', words: 'cannot be reached', status: 500, type: 'InternalErrorException' },
])
  test(`stays signed in while the sign-in service is ${how}, and recovers by itself`, async ({
    page,
    paper,
  }) => {
    await signInAs(page, reader);
    const { account } = new Masthead(page);
    await paper.advanceClock(3_601);
    await page.route(`${paper.edge}/`, (route) =>
      route.fulfill({
        status,
        headers: { 'access-control-allow-origin': '*' },
        json: { __type: type, message: 'Not now' },
      }),
    );
    await new FrontPage(page).headlines.first().click();
    await expect(account).toContainText(words, longWait);
    await expect(account).toContainText(reader.email);
    await page.unroute(`${paper.edge}/`);
    await expect(account).not.toContainText(words, longWait);
    await page.getByRole('button', { name: 'Try again' }).click();
    await expect(page.locator('.article-body')).toBeVisible();
  });
