import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { expect, test } from '../fixtures.ts';
import { lookalikes } from '../lookalikes.ts';
import { AccountPage } from '../pages/account-page.ts';
import { DeskPage } from '../pages/desk-page.ts';
import { FrontPage, storiesAtFirst } from '../pages/front-page.ts';
import { notice } from '../pages/notice.ts';
import { PassPage } from '../pages/pass-page.ts';
import { SignInPage, signInAs } from '../pages/sign-in-page.ts';
import { editor, newPerson, reader } from '../paper/people.ts';

const widths = [1280, 390];

/**
 * Looks for barriers with axe, wide and narrow, light and dark; for anything wider than the window; and for words that look
 * like a link and are none.
 */
async function expectNoBarriers(page: Page): Promise<void> {
  // What fades in is half transparent for a moment, and contrast is measured.
  await page.emulateMedia({ reducedMotion: 'reduce' });
  for (const width of widths) {
    await page.setViewportSize({ width, height: 800 });
    for (const colorScheme of ['light', 'dark'] as const) {
      await page.emulateMedia({ colorScheme });
      const axe = new AxeBuilder({ page });
      // The dark changes nothing but colours.
      if (colorScheme === 'dark') axe.withRules('color-contrast');
      const { violations } = await axe.analyze();
      const barriers = violations.map(({ id, nodes }) => ({
        id,
        at: nodes.map(
          ({ target, failureSummary }) => `${target.join(' ')}: ${failureSummary ?? ''}`,
        ),
      }));
      expect.soft(barriers, `${colorScheme}, ${width} px`).toEqual([]);
    }
    const sideways = await page.evaluate(() => {
      window.scrollTo(1_000, window.scrollY);
      return window.scrollX;
    });
    expect.soft(await lookalikes(page), `looks like a link at ${width} px`).toEqual([]);
    expect.soft(sideways, `pixels that the page scrolls sideways at ${width} px`).toBe(0);
  }
}

test('the front page has no barriers', async ({ page }) => {
  await page.goto('/');
  await expect(new FrontPage(page).stories).toHaveCount(storiesAtFirst);
  await expectNoBarriers(page);
});

test('a story has no barriers', async ({ page }) => {
  await signInAs(page, reader);
  await new FrontPage(page).headlines.first().click();
  await expect(page.locator('.article-body')).toBeVisible();
  await expectNoBarriers(page);
});

test('signing in, creating an account and a refusal have no barriers', async ({ page }) => {
  const signIn = await new SignInPage(page).open();
  await signIn.signIn(newPerson());
  await expect(signIn.problem).not.toBeEmpty();
  await expectNoBarriers(page);
  await signIn.signUpTab.click();
  await page.getByLabel('Password', { exact: true }).fill('weak');
  await page.getByLabel('E-mail address').fill(newPerson().email);
  await page.getByLabel('Password again').fill('weak');
  await page.getByRole('button', { name: 'Create an account' }).click();
  await expect(page.getByText('The password still needs at least 8 characters')).toBeVisible();
  await expectNoBarriers(page);
});

test('resetting a password has no barriers', async ({ page }) => {
  await new SignInPage(page).open();
  await page.getByRole('button', { name: 'Forgot your password?' }).click();
  await expect(page.getByRole('heading', { name: 'Reset your password' })).toBeVisible();
  await expectNoBarriers(page);
  await page.getByLabel('E-mail address').fill(newPerson().email);
  await page.getByRole('button', { name: 'E-mail me a code' }).click();
  await expect(page.getByRole('heading', { name: 'Choose a new password' })).toBeVisible();
  await expectNoBarriers(page);
});

test('the page for the code has no barriers, with and without an address', async ({ page }) => {
  await page.goto('/confirm?email=somebody@example.com');
  await expect(page.getByRole('link', { name: 'open the mailbox' })).toBeVisible();
  await expectNoBarriers(page);
  await page.goto('/confirm');
  await page.getByLabel('E-mail address').fill('somebody@example.com');
  await page.getByLabel('Code from the e-mail').fill('123456');
  await page.getByRole('button', { name: 'Confirm', exact: true }).click();
  await expect(page.getByRole('main').getByRole('alert')).not.toBeEmpty();
  await expectNoBarriers(page);
});

test('the stand-in’s front page, its sign-in page and its error page have no barriers', async ({
  page,
  paper,
}) => {
  await page.goto(paper.edge);
  await expectNoBarriers(page);
  const app = 'response_type=code&client_id=1presspassweb0000000000001&redirect_uri=';
  await page.goto(`${paper.edge}/oauth2/authorize?${app}http://localhost:4200/sign-in`);
  await page.getByLabel('Email address').fill('nobody@presspass.test');
  await page.getByLabel('Password').fill('Not-The-Pass-1');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('alert')).toBeVisible();
  await expectNoBarriers(page);
  await page.goto(`${paper.edge}/oauth2/authorize?${app}http://localhost:4201/`);
  await expect(page.getByRole('heading', { name: 'Something is not right' })).toBeVisible();
  await expectNoBarriers(page);
});

test('the mailbox has no barriers', async ({ page, paper }) => {
  const { email } = await paper.join();
  await page.goto(`${paper.edge}/mailbox`);
  await expect(page.getByRole('article').filter({ hasText: email })).toBeVisible();
  await expectNoBarriers(page);
});

test.describe('at the desk', () => {
  test.use({ changesPaper: true });

  test('the desk, its dialog and the trash have no barriers', async ({ page }) => {
    await signInAs(page, editor, '/desk');
    const desk = new DeskPage(page);
    await expect(desk.count).toHaveText('60 stories');
    await desk.delete(await desk.headlineOf(desk.rows.first()));
    await expect(notice(page).getByRole('button', { name: 'Undo' })).toBeVisible();
    await expectNoBarriers(page);

    await desk.deleteEverything.click();
    await expect(desk.dialog).toBeVisible();
    await expectNoBarriers(page);
    await page.keyboard.press('Escape');
    await expect(desk.dialog).toBeHidden();

    await desk.trashTab.click();
    await expect(desk.trashed).toHaveCount(1);
    await expectNoBarriers(page);
    await desk.trashed.getByRole('button').click();
    await expect(desk.trashed).toHaveCount(0);
    await expectNoBarriers(page);
  });
});

test('the account, its forms, its second step and its last question have no barriers', async ({
  page,
}) => {
  await signInAs(page, reader, '/account');
  const account = new AccountPage(page);
  await expect(account.passkeys.getByRole('button', { name: 'Add a passkey' })).toBeVisible();
  await expectNoBarriers(page);
  await account.name.getByRole('button', { name: 'Change name' }).click();
  await account.email.getByRole('button', { name: 'Change e-mail address' }).click();
  await account.password.getByRole('button', { name: 'Change password' }).click();
  await account.secondStep.getByRole('button', { name: 'Set up an authenticator app' }).click();
  await account.sessions.getByRole('button', { name: 'Sign out everywhere' }).click();
  await expect(account.secondStep.getByRole('img')).toBeVisible();
  await expectNoBarriers(page);
  await page.goto('/account?email=somebody@example.com');
  await expect(account.email.getByLabel('Code from the e-mail')).toBeVisible();
  await account.deletion.getByRole('button', { name: 'Delete my account' }).click();
  await account.typeToDelete('nobody@example.com');
  await expect(account.dialog.getByRole('alert')).not.toBeEmpty();
  await expectNoBarriers(page);
});

test('the pass, its folds and its doors have no barriers', async ({ page }) => {
  await signInAs(page, editor, '/pass');
  const pass = new PassPage(page);
  await expect(pass.boardingPass).toBeVisible();
  for (const fold of await page.locator('summary').all()) await fold.click();
  await pass.tryAll.click();
  await expect(pass.outcome).toContainText('60 of 60 tried.');
  await pass.cell('GET /api/news', 'no token').click();
  await pass.cell('GET /api/me', 'a tampered token').click();
  await expect(pass.result('GET /api/me', 'a tampered token')).toContainText('as expected');
  await expectNoBarriers(page);
});

test('polite refusals have no barriers', async ({ page }) => {
  await signInAs(page, reader);
  for (const address of ['/desk', '/no/such/page', '/news/0d3f6a52-9c1e-4b7a-8f54-2e6d1c9b7a30']) {
    await page.goto(address);
    await expect(page.getByRole('link', { name: 'Go to the front page' })).toBeVisible();
    await expectNoBarriers(page);
  }
});

test('a page that cannot be had has no barriers', async ({ page }) => {
  await page.route('**/api/**', (route) => route.abort());
  await page.goto('/');
  await expect(page.getByRole('alert')).toBeVisible();
  await expectNoBarriers(page);
});
