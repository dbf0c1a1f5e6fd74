import type { Page } from '@playwright/test';
import { expect, test } from '../fixtures.ts';
import { ConfirmPage } from '../pages/confirm-page.ts';
import { FrontPage } from '../pages/front-page.ts';
import { Masthead } from '../pages/masthead.ts';
import { notice } from '../pages/notice.ts';
import { SignInPage } from '../pages/sign-in-page.ts';
import type { Paper } from '../paper/paper.ts';
import { type Person, newPerson, reader } from '../paper/people.ts';

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
  await expect(notice(page)).toContainText('Welcome to Presspass!');
  await notice(page).getByRole('button', { name: 'Dismiss' }).click();
  await page.reload();
  await expect(new Masthead(page).account).toContainText(person.email);
  await expect(notice(page)).toBeEmpty();
});

test('confirms after a reload, with the second code, and says so when one is wrong', async ({
  page,
  paper,
}) => {
  const person = newPerson();
  const signIn = await new SignInPage(page).open('/sign-in?return=/editors-only');
  await signIn.signUp(person);
  const confirm = new ConfirmPage(page);
  await expect(confirm.heading).toBeVisible();
  await page.reload();
  await expect(page.getByRole('main')).toContainText(person.email);

  const first = await paper.mailbox.latestCode(person.email);
  await confirm.enter(first === '000000' ? '000001' : '000000');
  await expect(confirm.problem).toContainText('That is not the code of the latest e-mail.');
  await confirm.again.click();
  await expect(page.getByText('A new code is on its way.')).toBeVisible();
  await expect(confirm.again).toBeDisabled();
  await expect(confirm.problem).toHaveCount(0);
  expect(await paper.mailbox.mailsTo(person.email)).toHaveLength(2);
  await confirm.enter(await paper.mailbox.latestCode(person.email));

  // The reload has taken the password with it.
  await expect(signIn.note).toContainText('Your e-mail address is confirmed.');
  await expect(page.getByLabel('E-mail address')).toHaveValue(person.email);
  await signIn.signIn(person);
  await expect(page).toHaveURL('/editors-only');
  await expect(new Masthead(page).account).toContainText(person.email);
});

/** The list of rules, with the mark of each: the other one for those in `others`. */
function withMarks(mark: 'there' | 'missing', ...others: string[]): RegExp[] {
  const other = mark === 'there' ? 'missing' : 'there';
  return [
    'at least 8 characters',
    'a lower-case letter',
    'an upper-case letter',
    'a number',
    'a sign such as ! or -',
  ].map((rule) => new RegExp(`${rule}\\s+\\(${others.includes(rule) ? other : mark}\\)`));
}

test('ticks the rules of a password off as they are met, and says what is missing when it is sent', async ({
  page,
}) => {
  const signIn = await new SignInPage(page).open();
  await signIn.signUpTab.click();
  await expect(signIn.passwordRules).toHaveText(withMarks('missing'));
  await page.getByLabel('E-mail address').fill(newPerson().email);
  const password = page.getByLabel('Password', { exact: true });
  await expect(password).toHaveAccessibleDescription(/at least 8 characters \(missing\)/);
  await password.pressSequentially('shorty');
  await expect(signIn.passwordRules).toHaveText(withMarks('missing', 'a lower-case letter'));
  await page.getByLabel('Password again').fill('shorty');
  await page.getByLabel('Password again').blur();
  // Nothing is called wrong that nobody has sent.
  for (const alert of await page.getByRole('alert').all()) await expect(alert).toBeEmpty();
  await page.getByRole('button', { name: 'Create an account' }).click();
  const missing = 'at least 8 characters, an upper-case letter, a number, a sign such as ! or -';
  await expect(page.getByText(`The password still needs ${missing}.`)).toBeVisible();
  await expect(password).toBeFocused();
  await expect(password).toHaveAttribute('aria-invalid', 'true');
  await password.fill('Long-Enough-1');
  await expect(signIn.passwordRules).toHaveText(withMarks('there'));
  await expect(page.getByText('The password keeps all rules.')).toHaveRole('status');
  await expect(page.getByText(/still needs/)).toHaveCount(0);
  await page.getByLabel('Password again').fill('something else');
  await page.getByLabel('Password again').blur();
  await expect(page.getByText('The two passwords differ.')).toBeVisible();
});

test('tells somebody who has an account already to sign in', async ({ page }) => {
  const signIn = await new SignInPage(page).open();
  await signIn.signUp(reader);
  await expect(signIn.problem).toContainText(
    'There is an account with this e-mail address already.',
  );
});

test('confirms on another device, by an address without the e-mail address in it', async ({
  page,
  paper,
}) => {
  const person = newPerson();
  await paper.cognito.signUp(person);
  await page.goto('/confirm?return=/editors-only');
  await page.getByLabel('E-mail address').fill(person.email);
  await new ConfirmPage(page).enter(await paper.mailbox.latestCode(person.email));
  const signIn = new SignInPage(page);
  await expect(signIn.note).toContainText('Your e-mail address is confirmed.');
  await signIn.signIn(person);
  await expect(page).toHaveURL('/editors-only');
});

test('sends another code for one that has expired', async ({ page, paper }) => {
  const person = newPerson();
  await paper.cognito.signUp(person);
  await paper.advanceClock(25 * 3600);
  await page.goto(`/confirm?email=${person.email}`);
  const confirm = new ConfirmPage(page);
  await confirm.enter(await paper.mailbox.latestCode(person.email));
  await expect(confirm.problem).toContainText('That code is no longer valid.');
  await confirm.again.click();
  await expect(page.getByText('A new code is on its way.')).toBeVisible();
  await confirm.enter(await paper.mailbox.latestCode(person.email));
  await expect(new SignInPage(page).note).toContainText('Your e-mail address is confirmed.');
});

test('takes whoever is confirmed already to sign-in', async ({ page, paper }) => {
  const person = await paper.join();
  await page.goto(`/confirm?email=${person.email}&return=/editors-only`);
  await new ConfirmPage(page).enter('123456');
  const signIn = new SignInPage(page);
  await expect(signIn.note).toContainText('Your e-mail address is confirmed.');
  await signIn.signIn(person);
  await expect(page).toHaveURL('/editors-only');
});

/** Signs up and leaves it at that. */
async function abandonSignUp(paper: Paper): Promise<Person> {
  const person = newPerson();
  await paper.cognito.signUp(person);
  await paper.advanceClock(25 * 3600);
  return person;
}

async function askForReset(page: Page, email: string): Promise<void> {
  await new SignInPage(page).open('/sign-in?return=/editors-only');
  await page.getByRole('button', { name: 'Forgot your password?' }).click();
  await page.getByLabel('E-mail address').fill(email);
  await page.getByRole('button', { name: 'E-mail me a code' }).click();
  await page.getByLabel('Code from the e-mail').waitFor();
}

/** From the page that is open to whatever `/confirm` says. */
async function followToConfirm(page: Page, email: string): Promise<string> {
  await page.getByRole('button', { name: 'Confirm your address' }).click();
  await expect(new ConfirmPage(page).heading).toBeVisible();
  // The last to arrive on the page.
  await expect(page.getByRole('link', { name: 'open the mailbox' })).toBeVisible();
  const said = (await page.getByRole('main').textContent()) ?? '';
  return said.replaceAll(email, 'this address');
}

test('leads from a second sign-up to a new code for the first, and on to the story', async ({
  page,
  paper,
}) => {
  const person = await abandonSignUp(paper);
  const signIn = await new SignInPage(page).open('/sign-in?return=/editors-only');
  await signIn.signUp({ ...person, password: 'Another-Pass-2027' });
  await expect(signIn.problem).toContainText(
    'There is an account with this e-mail address already.',
  );
  await followToConfirm(page, person.email);
  expect(await paper.mailbox.mailsTo(person.email)).toHaveLength(2);
  await new ConfirmPage(page).enter(await paper.mailbox.latestCode(person.email));
  await signIn.signIn(person);
  await expect(page).toHaveURL('/editors-only');
});

test('leads from a reset that nothing comes of to a new code, then to the reset', async ({
  page,
  paper,
}) => {
  const person = await abandonSignUp(paper);
  await askForReset(page, person.email);
  expect(await paper.mailbox.mailsTo(person.email)).toHaveLength(1);
  await followToConfirm(page, person.email);
  await new ConfirmPage(page).enter(await paper.mailbox.latestCode(person.email));
  await expect(new SignInPage(page).note).toContainText('Your e-mail address is confirmed.');
  await askForReset(page, person.email);
  expect(await paper.mailbox.mailsTo(person.email)).toHaveLength(3);
});

test('says the same on that way of everybody: of strangers, and of who is confirmed', async ({
  page,
  paper,
}) => {
  const said = new Set<string>();
  for (const { email } of [await abandonSignUp(paper), await paper.join(), newPerson()]) {
    await askForReset(page, email);
    said.add(await followToConfirm(page, email));
  }
  expect([...said]).toHaveLength(1);
});
