import type { Page } from '@playwright/test';
import { expect, test as daily } from '../fixtures.ts';
import { FrontPage } from '../pages/front-page.ts';
import { Masthead } from '../pages/masthead.ts';
import { notice } from '../pages/notice.ts';
import { PassPage } from '../pages/pass-page.ts';
import { SignInPage, signInAs } from '../pages/sign-in-page.ts';
import { editor, reader } from '../paper/people.ts';
import { TabTime } from '../tab-time.ts';

const test = daily.extend<{ time: TabTime }>({
  time: async ({ context }, use) => {
    const time = await TabTime.slowDown(context);
    await use(time);
    await time.stop();
  },
});

async function another(page: Page, address: string): Promise<Page> {
  const other = await page.context().newPage();
  await other.goto(address);
  return other;
}

test('a sign-in in one tab shows in the others within a second, and leads on from their sign-in page', async ({
  page,
  time,
}) => {
  await page.goto('/');
  const waiting = await another(page, '/sign-in?return=/desk');
  await new SignInPage(waiting).signInButton.waitFor();
  const other = await another(page, '/');
  await signInAs(other, editor);
  await time.expectWithinASecond(async () => {
    await expect(new Masthead(page).account).toContainText(editor.email);
    await expect(waiting).toHaveURL('/desk');
  });
});

test('a sign-out in one tab shows in the others within a second, and they leave what may no longer be seen', async ({
  page,
  time,
}) => {
  await signInAs(page, editor, '/desk');
  const front = await another(page, '/');
  const also = await another(page, '/');
  for (const tab of [front, also])
    await expect(new Masthead(tab).account).toContainText(editor.email);
  await new Masthead(front).signOutButton.click();
  await time.expectWithinASecond(async () => {
    await expect(new Masthead(also).signInLink).toBeVisible();
    await expect(page).toHaveURL('/sign-in?return=%2Fdesk');
  });
  await expect(new Masthead(front).signInLink).toBeVisible();
  await expect(notice(page)).toContainText('You were signed out in another tab.');
  await expect(notice(front)).toContainText('You are signed out.');
});

test('another person in one tab is another person in all within a second, on a page loaded anew', async ({
  page,
  time,
}) => {
  await signInAs(page, reader);
  const other = await another(page, '/');
  await new Masthead(other).signOutButton.click();
  await expect(new Masthead(page).signInLink).toBeVisible();
  const ofTheFirst = page.locator('html[data-first-person]');
  await page.evaluate(() => {
    document.documentElement.dataset['firstPerson'] = '';
  });
  await expect(ofTheFirst).toHaveCount(1);
  await signInAs(other, editor);
  await time.expectWithinASecond(async () => {
    await expect(new Masthead(page).account).toContainText(editor.email);
    await expect(ofTheFirst).toHaveCount(0);
  });
  await expect(page).toHaveURL('/');
});

test('who is removed from the editors leaves the desk in all tabs within a second', async ({
  page,
  paper,
  time,
}) => {
  const person = await paper.join();
  await paper.administrator.addToGroup(person, 'admin');
  await signInAs(page, person, '/desk');
  const front = await another(page, '/');
  await expect(new Masthead(front).deskLink).toBeVisible();
  await paper.administrator.removeFromGroup(person, 'admin');
  await paper.advanceClock(3_601);
  await new FrontPage(front).headlines.first().click();
  await expect(new Masthead(front).deskLink).toHaveCount(0);
  await time.expectWithinASecond(() => expect(page).toHaveURL('/editors-only'));
  await expect(front.locator('.article-body')).toBeVisible();
});

test('who is made an editor has the desk after a refresh, in all tabs within a second', async ({
  page,
  paper,
  time,
}) => {
  const person = await paper.join();
  await signInAs(page, person, '/pass');
  const pass = new PassPage(page);
  await expect(pass.passport).toBeVisible();
  const front = await another(page, '/');
  await expect(new Masthead(front).account).toContainText(person.email);
  await expect(new Masthead(front).deskLink).toHaveCount(0);
  await paper.administrator.addToGroup(person, 'admin');
  await pass.refreshButton.click();
  await expect(pass.changes).toContainText('Groups added: admin.');
  await time.expectWithinASecond(() => expect(new Masthead(front).deskLink).toBeVisible());
  await expect(new Masthead(page).deskLink).toBeVisible();
});
