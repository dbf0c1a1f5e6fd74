import type { Locator, Page } from '@playwright/test';
import { expect, test } from '../fixtures.ts';
import { newPerson } from '../paper/people.ts';

const mailsTo = (page: Page, email: string): Locator =>
  page.getByRole('listitem').filter({ hasText: email });

test('a mail appears by itself and gives its code to the clipboard', async ({
  page,
  context,
  paper,
}) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write'], { origin: paper.edge });
  await page.goto(`${paper.edge}/mailbox`);
  const status = page.getByRole('status');
  await expect(status).toHaveText('New mail appears by itself.');
  const { email } = await paper.join();
  const mail = mailsTo(page, email);
  await expect(status).toContainText('New: ');
  await expect(mail).toHaveCount(1);
  const code = await paper.mailbox.latestCode(email);
  expect((await mail.innerText()).split(code)).toHaveLength(2);
  // In the reader's zone: the journeys' browsers are in New York.
  const sent = new Date((await mail.locator('time').getAttribute('datetime')) ?? '');
  const there = sent.toLocaleTimeString('en-GB', { timeZone: 'America/New_York' });
  await expect(mail.locator('time')).toContainText(there);

  const copy = mail.getByRole('button', { name: `Copy ${code}` });
  await copy.focus();
  await page.keyboard.press('Enter');
  await expect(status).toHaveText(`${code} is copied.`);
  expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(code);

  // What arrives takes the focus from nothing.
  const next = await paper.join();
  await expect(mailsTo(page, next.email)).toHaveCount(1);
  await expect(page.getByRole('listitem').first()).toContainText(next.email);
  await expect(copy).toBeFocused();
});

test('a code can be copied by hand where the browser forbids it to the page', async ({
  page,
  paper,
}) => {
  const { email } = await paper.join();
  await page.addInitScript(() => {
    navigator.clipboard.writeText = () => Promise.reject(new Error('forbidden'));
  });
  await page.goto(`${paper.edge}/mailbox`);
  await mailsTo(page, email).getByRole('button', { name: /^Copy/ }).click();
  await expect(page.getByRole('status')).toContainText('copy it by hand');
  expect(await page.evaluate(() => getSelection()?.toString())).toBe(
    await paper.mailbox.latestCode(email),
  );
});

test('says so while the stand-in does not answer, and goes on afterwards', async ({
  page,
  context,
  paper,
  watch,
}) => {
  watch.expectInConsole(/ERR_INTERNET_DISCONNECTED/);
  await page.goto(`${paper.edge}/mailbox`);
  await context.setOffline(true);
  await expect(page.getByRole('status')).toContainText('does not answer');
  await context.setOffline(false);
  const { email } = await paper.join();
  await expect(mailsTo(page, email)).toHaveCount(1);
  await expect(page.getByRole('status')).not.toContainText('does not answer');
});

test.describe('without script', () => {
  test.use({ javaScriptEnabled: false });

  test('the mailbox has all of it, and a link that looks again', async ({ page, paper }) => {
    const [first, second] = [await paper.join(), newPerson()];
    await page.goto(`${paper.edge}/mailbox`);
    await expect(mailsTo(page, first.email)).toContainText(
      await paper.mailbox.latestCode(first.email),
    );
    await expect(page.getByRole('button')).toHaveCount(0);
    await paper.cognito.signUp(second);
    await page.getByRole('link', { name: 'Look again' }).click();
    await expect(mailsTo(page, second.email)).toHaveCount(1);
  });
});
