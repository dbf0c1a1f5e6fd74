import type { Page } from '@playwright/test';
import { expect, test } from '../fixtures.ts';
import { DeskPage } from '../pages/desk-page.ts';
import { FrontPage, storiesAtFirst } from '../pages/front-page.ts';
import { Masthead } from '../pages/masthead.ts';
import { notice } from '../pages/notice.ts';
import { SignInPage, signInAs } from '../pages/sign-in-page.ts';
import { editor, reader } from '../paper/people.ts';

/** Presses Tab until `wanted` has the focus, at most `presses` times. */
async function tabTo(page: Page, wanted: ReturnType<Page['locator']>, presses = 10): Promise<void> {
  for (let press = 0; press < presses; press++) {
    await page.keyboard.press('Tab');
    if (await wanted.evaluate((element) => element === document.activeElement)) return;
  }
  await expect(wanted).toBeFocused({ timeout: 1 });
}

test('skips the masthead, and opens a story with Enter', async ({ page }) => {
  const front = new FrontPage(page);
  await page.goto('/');
  await expect(front.stories).toHaveCount(storiesAtFirst);
  await page.keyboard.press('Tab');
  const skip = page.getByRole('link', { name: 'Skip to the page' });
  await expect(skip).toBeFocused();
  await expect(skip).toBeInViewport();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('main')).toBeFocused();
  await tabTo(page, front.headlines.first(), 3);
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/\/sign-in\?return=/);
});

test('signs in without a mouse, the arrow keys moving between the two forms', async ({ page }) => {
  await page.goto('/');
  await expect(new FrontPage(page).stories).toHaveCount(storiesAtFirst);
  await tabTo(page, new Masthead(page).signInLink, 2);
  await page.keyboard.press('Enter');

  const signIn = new SignInPage(page);
  await signIn.signInButton.waitFor();
  await tabTo(page, page.getByRole('tab', { name: 'Sign in' }));
  await page.keyboard.press('ArrowRight');
  await expect(signIn.signUpTab).toBeFocused();
  await expect(page.getByRole('heading', { name: 'Create an account' })).toBeVisible();
  await page.keyboard.press('ArrowLeft');
  await signIn.signInButton.waitFor();
  await tabTo(page, page.getByLabel('E-mail address'), 2);
  await page.keyboard.type(reader.email);
  await page.keyboard.press('Tab');
  await expect(page.getByLabel('Password', { exact: true })).toBeFocused();
  await page.keyboard.type(reader.password);
  await page.keyboard.press('Enter');
  await expect(new Masthead(page).account).toContainText(reader.email);
});

test.describe('at the desk', () => {
  test.use({ changesPaper: true });

  test('deletes, undoes and leaves the dialog at the desk without a mouse', async ({ page }) => {
    await signInAs(page, editor, '/desk');
    const desk = new DeskPage(page);
    await expect(desk.count).toHaveText('60 stories');
    await desk.rows.first().getByRole('button').focus();
    await page.keyboard.press('Enter');
    await expect(notice(page)).toContainText('1 story moved to the trash.');
    await expect(desk.count).toBeFocused();
    await notice(page).getByRole('button', { name: 'Undo' }).focus();
    await page.keyboard.press('Enter');
    await expect(desk.count).toHaveText('60 stories');

    await desk.deleteEverything.focus();
    await page.keyboard.press('Enter');
    await expect(desk.dialog.getByRole('textbox')).toBeFocused();
    // Round and round, but never out to what the dialog covers.
    for (let press = 0; press < 6; press++) await page.keyboard.press('Tab');
    await page.keyboard.press('Escape');
    await expect(desk.dialog).toBeHidden();
    await expect(desk.deleteEverything).toBeFocused();
  });
});
