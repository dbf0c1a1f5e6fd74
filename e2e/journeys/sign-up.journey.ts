import { expect, test } from '../fixtures.ts';
import { ConfirmPage } from '../pages/confirm-page.ts';
import { FrontPage } from '../pages/front-page.ts';
import { Masthead } from '../pages/masthead.ts';
import { SignInPage } from '../pages/sign-in-page.ts';
import { newPerson } from '../paper/paper.ts';

test('opens a story, joins with the code from the mailbox, and lands on that story', async ({
  page,
  context,
  paper,
}) => {
  const person = newPerson();
  const front = new FrontPage(page);
  await page.goto('/');
  const headline = (await front.headlines.nth(2).textContent()) ?? '';
  await front.headlines.nth(2).click();

  const signIn = new SignInPage(page);
  await expect(page.getByText('Sign in to read the whole story.')).toBeVisible();
  await signIn.signUp(person);

  const confirm = new ConfirmPage(page);
  await expect(confirm.heading).toBeVisible();
  await expect(page.getByRole('main')).toContainText(person.email);
  const opening = context.waitForEvent('page');
  await page.getByRole('link', { name: 'open the mailbox' }).click();
  const mailbox = await opening;
  const mail = mailbox.getByRole('article').filter({ hasText: person.email });
  const code = (await mail.locator('code').textContent()) ?? '';
  expect(code).toBe(await paper.mailbox.latestCode(person.email));
  await mailbox.close();
  await confirm.enter(code);

  await expect(page.getByRole('heading', { level: 1, name: headline })).toBeVisible();
  await expect(page.locator('.article-body p')).not.toHaveCount(0);
  await expect(new Masthead(page).account).toContainText(person.email);
});
