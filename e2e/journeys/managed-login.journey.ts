import type { Page } from '@playwright/test';
import { expect, test } from '../fixtures.ts';
import { FrontPage } from '../pages/front-page.ts';
import { Masthead } from '../pages/masthead.ts';
import { notice } from '../pages/notice.ts';
import { PoolLoginPage } from '../pages/pool-login-page.ts';
import { signInAs } from '../pages/sign-in-page.ts';
import { editor, reader } from '../paper/people.ts';

const codeOrState = /[?&](code|state)=/;

test('signs in at the pool’s own page, comes back to the story, and signs out there as well', async ({
  page,
}) => {
  const told = referrers(page);
  await page.goto('/');
  const story = (await new FrontPage(page).headlines.first().getAttribute('href')) ?? '';
  const login = await new PoolLoginPage(page).open(`/sign-in?return=${story}`);
  await login.signIn(reader);
  await page.waitForURL(story);
  const { account, signOutButton } = new Masthead(page);
  await expect(account).toContainText(reader.email);
  expect(told().filter((address) => /[?&]code=/.test(address))).toEqual([]);

  await page.reload();
  await expect(account).toContainText(reader.email);
  await signOutButton.click();
  await page.waitForURL('/');
  await expect(notice(page)).toContainText('You are signed out.');
  await expect(new Masthead(page).signInLink).toBeVisible();
  await new PoolLoginPage(page).open();
  await expect(login.password).toBeVisible();
});

test('whoever signs out while the domain is away is asked for the password all the same', async ({
  page,
  context,
  paper,
  watch,
}) => {
  watch.expectInConsole(/Failed to load resource: net::ERR_FAILED/);
  await (await new PoolLoginPage(page).open()).signIn(reader);
  await page.waitForURL('/');
  const { account, signInLink, signOutButton } = new Masthead(page);
  await expect(account).toContainText(reader.email);
  await context.route(`${paper.edge}/**`, (route) => route.abort());
  const unreachable = page.waitForEvent('requestfailed', (request) => request.method() === 'HEAD');
  await signOutButton.click();
  await expect(signInLink).toBeVisible();
  // One is signed out at once; only then is the domain asked whether it is there.
  await unreachable;
  expect(new URL(page.url()).pathname).toBe('/');
  await context.unroute(`${paper.edge}/**`);
  await expect((await new PoolLoginPage(page).open()).password).toBeVisible();
});

test('the way back leads past the code, and a callback that is used up past everything', async ({
  page,
}) => {
  const callbacks: string[] = [];
  page.on('request', (request) => {
    if (request.isNavigationRequest() && codeOrState.test(request.url())) {
      callbacks.push(request.url());
    }
  });
  const login = await new PoolLoginPage(page).open('/sign-in?return=/account');
  await login.signIn(reader);
  await page.waitForURL('/account');
  const used = callbacks.find((address) => address.includes('code=')) ?? '';
  expect(used).toContain('/sign-in?');

  await page.goto(used);
  await page.waitForURL('/');
  await expect(new Masthead(page).account).toContainText(reader.email);
  await page.goBack();
  expect(page.url()).not.toMatch(/code=/);
});

test('somebody else’s code signs nobody in, and is not even looked at', async ({
  page,
  browser,
  paper,
}) => {
  const stranger = await browser.newPage();
  // So that the code remains good.
  await stranger.route('**/oauth2/token', (route) => route.abort());
  const trap = await new PoolLoginPage(stranger).open(`${paper.url}/sign-in`);
  const [callback] = await Promise.all([
    stranger.waitForRequest((request) => /\/sign-in\?.*code=/.test(request.url())),
    trap.signIn(editor),
  ]);
  await stranger.close();

  const exchanges = tokenRequests(page);
  await page.goto(callback.url());
  const alert = page.getByRole('main').getByRole('alert');
  await expect(alert).toContainText('started in another tab or browser');
  expect(page.url()).not.toMatch(codeOrState);

  await new PoolLoginPage(page).open();
  await page.goto(callback.url());
  await expect(alert).toContainText('Somebody has sent you here');
  expect(page.url()).not.toMatch(codeOrState);
  expect(exchanges()).toBe(0);
  await page.getByRole('button', { name: 'To the sign-in page' }).click();
  await expect(page.getByRole('heading', { name: 'Sign in' })).toBeVisible();
  await expect(new Masthead(page).account).not.toContainText(editor.email);
});

test('whoever leaves the pool’s page hears calm words, and can start again', async ({ page }) => {
  const login = await new PoolLoginPage(page).open('/sign-in?return=/account');
  await page.goto(`/sign-in?error=access_denied&error_description=Pay+up&state=${login.state}`);
  const alert = page.getByRole('main').getByRole('alert');
  await expect(alert).toContainText('You left before you were signed in.');
  await expect(alert).not.toContainText('Pay up');
  await page.getByRole('button', { name: 'To the sign-in page' }).click();
  await (await new PoolLoginPage(page).open(page.url())).signIn(reader);
  await page.waitForURL('/account');
});

test('tries the same code again when the domain could not be reached', async ({
  page,
  context,
  watch,
}) => {
  watch.expectInConsole(/oauth2\/token/);
  const login = await new PoolLoginPage(page).open('/sign-in?return=/account');
  await context.route('**/oauth2/token', (route) => route.abort());
  await login.signIn(reader);
  await expect(page.getByRole('alert')).toContainText('cannot be reached');
  expect(page.url()).not.toMatch(codeOrState);
  await context.unroute('**/oauth2/token');
  await page.getByRole('button', { name: 'Try again' }).click();
  await page.waitForURL('/account');
});

test('asks who is to go on when another person has signed in meanwhile', async ({
  page,
  context,
}) => {
  const login = await new PoolLoginPage(page).open('/sign-in?return=/account');
  const meanwhile = await context.newPage();
  await signInAs(meanwhile, editor);
  await login.signIn(reader);
  await expect(page.getByRole('alert')).toContainText(`${editor.email} is signed in`);
  await page.getByRole('button', { name: `Stay signed in as ${editor.email}` }).click();
  await page.waitForURL('/account');
  await expect(new Masthead(page).account).toContainText(editor.email);

  const again = await context.newPage();
  await again.goto('/');
  await new Masthead(again).signOutButton.click();
  await expect(new Masthead(again).signInLink).toBeVisible();
  // The domain still remembers the reader; whoever was turned away is asked again.
  const anew = await new PoolLoginPage(again).open('/sign-in?return=/account');
  await signInAs(meanwhile, editor);
  await anew.signIn(reader);
  await again.getByRole('button', { name: `Go on as ${reader.email}` }).click();
  await again.waitForURL('/account');
  await expect(new Masthead(again).account).toContainText(reader.email);
});

/** How often the page has asked for tokens. */
function tokenRequests(page: Page): () => number {
  let count = 0;
  page.on('request', (request) => {
    if (request.url().endsWith('/oauth2/token')) count++;
  });
  return () => count;
}

/** Addresses that the page has told to the API or to the domain with its requests. */
function referrers(page: Page): () => string[] {
  const told: string[] = [];
  page.on('request', (request) => {
    const isFile = /\.(css|js|json|svg|woff2)$/.test(new URL(request.url()).pathname);
    if (!isFile) told.push(request.headers()['referer'] ?? '');
  });
  return () => told;
}
