import { expect, test } from '../fixtures.ts';
import { ConfirmPage } from '../pages/confirm-page.ts';
import { Masthead } from '../pages/masthead.ts';
import { SignInPage } from '../pages/sign-in-page.ts';
import { newPerson } from '../paper/people.ts';

const doNotBelongTogether = 'This e-mail address and password do not belong together.';

test('says the same of a wrong password and of an unknown address', async ({ page, paper }) => {
  const signIn = await new SignInPage(page).open();
  const person = await paper.join();
  await signIn.signIn({ ...person, password: 'Not-the-1-password' });
  await expect(signIn.problem).toContainText(doNotBelongTogether);
  await signIn.signIn(newPerson());
  await expect(signIn.problem).toContainText(doNotBelongTogether);
  await signIn.signIn(person);
  await expect(new Masthead(page).account).toContainText(person.email);
});

test('slows a guesser down after five wrong passwords, in words', async ({ page, paper }) => {
  const signIn = await new SignInPage(page).open();
  const person = await paper.join();
  const wrong = { ...person, password: 'Not-the-1-password' };
  // From elsewhere, so that the sixth comes before the first lock is over.
  const guesses = Array.from({ length: 7 }, () => paper.cognito.signIn(wrong).catch(() => null));
  await Promise.all(guesses);
  await signIn.signIn(wrong);
  await expect(signIn.problem).toContainText(/That was tried too often|do not belong together/);
  await paper.advanceClock(20 * 60);
  await signIn.signIn(person);
  await expect(new Masthead(page).account).toContainText(person.email);
});

test('leads somebody unconfirmed to the page for the code', async ({ page, paper }) => {
  const person = newPerson();
  await paper.cognito.signUp(person);
  const signIn = await new SignInPage(page).open('/sign-in?return=/editors-only');
  await signIn.signIn(person);
  const confirm = new ConfirmPage(page);
  await expect(confirm.heading).toBeVisible();
  await confirm.enter(await paper.mailbox.latestCode(person.email));
  await expect(signIn.note).toContainText('Your e-mail address is confirmed.');
  await signIn.signIn(person);
  await expect(new Masthead(page).account).toContainText(person.email);
  await expect(page).toHaveURL('/editors-only');
});

test('resets a forgotten password by the code from the mailbox', async ({ page, paper }) => {
  const person = await paper.join();
  const password = 'Another-Pass-2027';
  const signIn = await new SignInPage(page).open();
  await page.getByRole('button', { name: 'Forgot your password?' }).click();
  await expect(page.getByRole('heading', { name: 'Reset your password' })).toBeVisible();
  await page.getByLabel('E-mail address').fill(person.email);
  await page.getByRole('button', { name: 'E-mail me a code' }).click();

  await expect(page.getByRole('heading', { name: 'Choose a new password' })).toBeVisible();
  const choose = async (code: string) => {
    await page.getByLabel('Code from the e-mail').fill(code);
    await page.getByLabel('New password', { exact: true }).fill(password);
    await page.getByLabel('New password again').fill(password);
    await page.getByRole('button', { name: 'Change my password' }).click();
  };
  const code = await paper.mailbox.latestCode(person.email);
  await choose(code === '000000' ? '000001' : '000000');
  await expect(signIn.problem).toContainText('That is not the code of the latest e-mail.');
  await choose(code);
  await expect(signIn.note).toContainText('Your password has been changed.');

  await signIn.signIn(person);
  await expect(signIn.problem).toContainText(doNotBelongTogether);
  await signIn.signIn({ ...person, password });
  await expect(new Masthead(page).account).toContainText(person.email);
});

test('does not tell a stranger whether an address has an account', async ({ page, paper }) => {
  await new SignInPage(page).open();
  await page.getByRole('button', { name: 'Forgot your password?' }).click();
  const stranger = newPerson();
  await page.getByLabel('E-mail address').fill(stranger.email);
  await page.getByRole('button', { name: 'E-mail me a code' }).click();
  await expect(page.getByRole('heading', { name: 'Choose a new password' })).toBeVisible();
  expect(await paper.mailbox.mailsTo(stranger.email)).toEqual([]);
});
