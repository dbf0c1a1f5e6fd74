import type { Page } from '@playwright/test';
import { expect, test } from '../fixtures.ts';
import { FrontPage } from '../pages/front-page.ts';
import { Masthead } from '../pages/masthead.ts';
import { notice } from '../pages/notice.ts';
import { SignInPage, signInAs } from '../pages/sign-in-page.ts';
import { editor, reader } from '../paper/people.ts';

// The clock of these runs ahead of everybody else's.
test.use({ edition: 'tabs' });

/** What another tab shows when all is well. */
const soon = { timeout: 2_000 };

async function another(page: Page, address: string): Promise<Page> {
  const other = await page.context().newPage();
  await other.goto(address);
  return other;
}

test('a sign-in in one tab shows in the others, and leads on from their sign-in page', async ({
  page,
}) => {
  await page.goto('/');
  const waiting = await another(page, '/sign-in?return=/desk');
  await new SignInPage(waiting).signInButton.waitFor();
  const other = await another(page, '/');
  await signInAs(other, editor);
  await expect(new Masthead(page).account).toContainText(editor.email, soon);
  await expect(waiting).toHaveURL('/desk', soon);
});

test('a sign-out in one tab shows in the others, and they leave what may no longer be seen', async ({
  page,
}) => {
  await signInAs(page, editor, '/desk');
  const front = await another(page, '/');
  await expect(new Masthead(front).account).toContainText(editor.email);
  await new Masthead(front).signOutButton.click();
  await expect(new Masthead(front).signInLink).toBeVisible();
  await expect(page).toHaveURL('/sign-in?return=%2Fdesk', soon);
  await expect(notice(page)).toContainText('You were signed out in another tab.');
  await expect(notice(front)).toContainText('You are signed out.');
});

test('another person in one tab is another person in all, on a page loaded anew', async ({
  page,
}) => {
  await signInAs(page, reader);
  const other = await another(page, '/');
  await new Masthead(other).signOutButton.click();
  await expect(new Masthead(page).signInLink).toBeVisible(soon);
  await page.evaluate(() => {
    document.title = 'of the first person';
  });
  await signInAs(other, editor);
  await expect(new Masthead(page).account).toContainText(editor.email);
  await expect(page).not.toHaveTitle('of the first person');
  await expect(page).toHaveURL('/');
});

test('who is removed from the editors leaves the desk in all tabs', async ({ page, paper }) => {
  const person = await paper.join();
  await paper.administrator.addToGroup(person, 'admin');
  await signInAs(page, person, '/desk');
  const front = await another(page, '/');
  await expect(new Masthead(front).deskLink).toBeVisible();
  await paper.administrator.removeFromGroup(person, 'admin');
  await paper.advanceClock(3_601);
  await new FrontPage(front).headlines.first().click();
  await expect(front.locator('.article-body')).toBeVisible();
  await expect(new Masthead(front).deskLink).toHaveCount(0);
  await expect(page).toHaveURL('/editors-only', soon);
});
