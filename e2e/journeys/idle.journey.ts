import type { Page } from '@playwright/test';
import { expect, test } from '../fixtures.ts';
import { Masthead } from '../pages/masthead.ts';
import { notice } from '../pages/notice.ts';
import { SignInPage } from '../pages/sign-in-page.ts';
import { reader } from '../paper/people.ts';

// Times keep half a minute from those that count: a busy machine adds seconds of its own.
const question = 'Are you still there?';

/** Signs in on a page whose clock the test turns, and opens the account page. */
async function signIn(page: Page, lifetime: 'this-device' | 'this-tab'): Promise<void> {
  await page.clock.install();
  const form = await new SignInPage(page).open('/sign-in?return=/account');
  const keep = page.getByRole('checkbox', { name: /keep me signed in/i });
  await keep.setChecked(lifetime === 'this-device');
  await form.signIn(reader);
  await expect(page.getByRole('heading', { name: 'Your account' })).toBeVisible();
}

test('somebody who walks away from a session of one tab is asked, and then signed out', async ({
  page,
}) => {
  await signIn(page, 'this-tab');
  await page.clock.runFor('28:00');
  await expect(notice(page)).toBeEmpty();
  await page.clock.runFor('01:10');
  await expect(notice(page)).toContainText(question);
  await page.clock.runFor('01:00');
  await expect(page).toHaveURL(/\/sign-in\?return=%2Faccount/);
  await expect(notice(page)).toContainText('nothing happened here for 30 minutes');
  const kept = await page.evaluate(() => JSON.stringify([localStorage, sessionStorage]));
  expect(kept).not.toContain('eyJ');
});

test('somebody who is still there stays, and is asked again half an hour later', async ({
  page,
}) => {
  await signIn(page, 'this-tab');
  await page.clock.runFor('29:10');
  await notice(page).getByRole('button', { name: 'Stay signed in' }).click();
  await expect(notice(page)).toBeEmpty();
  await page.clock.runFor('28:00');
  await expect(notice(page)).toBeEmpty();
  await expect(new Masthead(page).account).toContainText(reader.email);
  await page.clock.runFor('01:10');
  await expect(notice(page)).toContainText(question);
});

test('a laptop that was shut for an hour is signed out when it wakes', async ({ page }) => {
  await signIn(page, 'this-tab');
  await page.clock.fastForward('01:00:00');
  await expect(page).toHaveURL(/\/sign-in/);
  await expect(new Masthead(page).account).not.toContainText(reader.email);
});

test('nobody who asked to be kept signed in is asked', async ({ page }) => {
  await signIn(page, 'this-device');
  await page.clock.runFor('35:00');
  await expect(notice(page)).toBeEmpty();
  await expect(new Masthead(page).account).toContainText(reader.email);
});
