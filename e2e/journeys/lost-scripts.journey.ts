import type { Page, Route } from '@playwright/test';
import { expect, test } from '../fixtures.ts';
import { FrontPage } from '../pages/front-page.ts';
import { Masthead } from '../pages/masthead.ts';
import { notice } from '../pages/notice.ts';
import { SignInPage, signInAs } from '../pages/sign-in-page.ts';
import { editor, reader } from '../paper/people.ts';

test.beforeEach(({ watch }) => {
  watch.expectInConsole(/Failed to (load resource|fetch dynamically imported module)|TypeError/);
});

const losses: Readonly<Record<string, (route: Route) => Promise<void>>> = {
  'a connection that is reset': (route) => route.abort('connectionreset'),
  'a server that is busy': (route) => route.fulfill({ status: 503 }),
  'a deployment that has taken it away': (route) => route.fulfill({ status: 404 }),
};

/** From now on the first `count` requests for scripts that are not part of the first load fail; resolves to how many did. */
async function loseScripts(
  page: Page,
  count: number,
  how = losses['a connection that is reset'],
): Promise<() => number> {
  const document = await (await page.request.get('/')).text();
  let lost = 0;
  await page.route('**/*.js', async (route) => {
    const name = new URL(route.request().url()).pathname.slice(1);
    if (document.includes(name) || lost >= count) return route.fallback();
    lost++;
    return how?.(route);
  });
  return () => lost;
}

for (const [what, how] of Object.entries(losses)) {
  test(`a page opens although its script got lost once, by ${what}`, async ({ page }) => {
    await page.goto('/');
    await expect(new FrontPage(page).headlines.first()).toBeVisible();
    const lost = await loseScripts(page, 1, how);
    await page.getByRole('link', { name: 'Sign in', exact: true }).click();
    await expect(new SignInPage(page).signInButton).toBeVisible();
    expect(page.url()).toMatch(/\/sign-in$/);
    expect(lost()).toBe(1);
  });
}

for (const [address, heading] of [
  ['/sign-in', 'Sign in'],
  ['/sign-in/code', 'Sign in with an e-mailed code'],
  ['/confirm?email=a@b.test', 'Confirm your e-mail address'],
  ['/editors-only', 'The desk is for editors'],
  ['/no/such/page', 'This page is not in the paper'],
] as const) {
  test(`${address} opens at its own address although a script got lost`, async ({ page }) => {
    const lost = await loseScripts(page, 1);
    await page.goto(address);
    await expect(page.getByRole('heading', { name: heading })).toBeVisible();
    expect(page.url().endsWith(address)).toBe(true);
    expect(lost()).toBe(1);
  });
}

test('each page of an editor opens at its own address although a script got lost', async ({
  page,
}) => {
  await signInAs(page, editor);
  for (const [address, heading] of [
    ['/account', 'Your account'],
    ['/pass', 'Your pass'],
    ['/desk', 'The desk'],
    ['/desk/trash', 'The desk'],
  ] as const) {
    await page.goto('/');
    const lost = await loseScripts(page, 1);
    await page.goto(address);
    await expect(page.getByRole('heading', { name: heading })).toBeVisible();
    expect(page.url().endsWith(address)).toBe(true);
    expect(lost()).toBe(1);
    await page.unrouteAll();
  }
});

test('whoever is signed in comes back when the script that knows them got lost once', async ({
  page,
}) => {
  const signIn = await new SignInPage(page).open();
  // The tokens of a session for this tab are asked of Amplify at each start.
  await page.getByLabel('Keep me signed in on this device').uncheck();
  await signIn.signIn(reader);
  await page.waitForURL('/');
  const { account } = new Masthead(page);
  await expect(account).toContainText(reader.email);

  const lost = await loseScripts(page, 1);
  await page.goto('/no/such/page');
  await page.goto('/');
  await expect(account).toContainText(reader.email);
  await expect(account.getByText('Sign-in cannot be reached.')).toHaveCount(0);
  await expect(page.getByRole('button', { name: 'Reconnect' })).toHaveCount(0);
  expect(lost()).toBe(1);
});

test('where no page can be opened, one says so, and its button helps later', async ({ page }) => {
  await loseScripts(page, Infinity);
  await page.goto('/sign-in');
  await expect(page.getByRole('heading', { name: 'This page could not be opened' })).toBeVisible();
  await page.unrouteAll();
  await page.getByRole('button', { name: 'Try again' }).click();
  await expect(new SignInPage(page).signInButton).toBeVisible();
  expect(page.url()).toMatch(/\/sign-in$/);
});

test('offline, the page that is there stays and says so, and the next try opens the other', async ({
  page,
  context,
}) => {
  await page.goto('/');
  await expect(new FrontPage(page).headlines.first()).toBeVisible();
  await context.setOffline(true);
  await page.getByRole('link', { name: 'Sign in', exact: true }).click();
  await expect(notice(page)).toContainText('That page could not be opened.');
  await expect(new FrontPage(page).headlines.first()).toBeVisible();
  await context.setOffline(false);
  await page.getByRole('link', { name: 'Sign in', exact: true }).click();
  await expect(new SignInPage(page).signInButton).toBeVisible();
});
