import { expect, test } from '../fixtures.ts';
import { CodePage } from '../pages/code-page.ts';
import { ConfirmPage } from '../pages/confirm-page.ts';
import { Masthead } from '../pages/masthead.ts';
import { SignInPage } from '../pages/sign-in-page.ts';
import { AuthenticatorApp } from '../paper/authenticator-app.ts';
import { newPerson } from '../paper/people.ts';
import { VirtualAuthenticator } from '../paper/virtual-authenticator.ts';

/** Longer than Cognito waits for the answer to a challenge, in seconds. */
const tooLong = 4 * 60;

test('signs in by an e-mailed code, over a reload, and lands where one wanted to go', async ({
  page,
  paper,
}) => {
  const { email } = await paper.join();
  await new SignInPage(page).open('/sign-in?return=/editors-only');
  await page.getByLabel('E-mail address').fill(email);
  await page.getByRole('link', { name: 'E-mail me a code' }).click();
  const codePage = new CodePage(page);
  await expect(codePage.address).toHaveValue(email);
  await codePage.ask(email);
  await expect(page).toHaveTitle('Enter your code · Presspass');
  await page.reload();
  const code = await paper.mailbox.latestCode(email);
  await codePage.enter(`${code.slice(0, 4)} ${code.slice(4)}`);
  await expect(page).toHaveURL('/editors-only');
  await expect(new Masthead(page).account).toContainText(email);
});

test('keeps asking after a wrong code, and sends a new one in place of one that has expired', async ({
  page,
  paper,
}) => {
  const { email } = await paper.join();
  await page.goto('/sign-in/code');
  const codePage = new CodePage(page);
  await codePage.ask(email);
  const first = await paper.mailbox.latestCode(email);
  await codePage.enter(first === '00000000' ? '00000001' : '00000000');
  await expect(codePage.problem).toContainText('That is not the code of the latest e-mail.');
  await paper.advanceClock(tooLong);
  await codePage.enter(first);
  await expect(page.getByText('That code has expired, so a new one is on its way.')).toBeVisible();
  await codePage.again.click();
  await expect(page.getByText('Another code is on its way.')).toBeVisible();
  await expect(codePage.again).toBeDisabled();
  await codePage.enter(await paper.mailbox.latestCode(email));
  await expect(new Masthead(page).account).toContainText(email);
});

test('says the same to somebody without an account, and e-mails nobody', async ({
  page,
  paper,
}) => {
  const { email } = newPerson();
  await page.goto('/sign-in/code');
  const codePage = new CodePage(page);
  await codePage.ask(email);
  await expect(page.getByText(`If ${email} has an account`)).toBeVisible();
  expect(await paper.mailbox.mailsTo(email)).toEqual([]);
  await codePage.enter('12345678');
  await expect(codePage.problem).toContainText('That is not the code of the latest e-mail.');
});

test('goes back from way to way with the address kept', async ({ page, paper }) => {
  const { email } = await paper.join();
  await new SignInPage(page).open('/sign-in?return=/editors-only');
  await page.getByLabel('E-mail address').fill(email);
  await page.getByRole('link', { name: 'Sign in with a passkey' }).click();
  await expect(page.getByLabel('E-mail address')).toHaveValue(email);
  await page.getByRole('link', { name: 'E-mail me a code' }).click();
  const codePage = new CodePage(page);
  await codePage.ask(email);
  await page.goBack();
  await expect(codePage.address).toHaveValue(email);
  await page.goBack();
  await expect(page.getByRole('heading', { name: 'Sign in with a passkey' })).toBeVisible();
  await page.getByRole('link', { name: 'Sign in with a password' }).click();
  await expect(page).toHaveURL(/return=%2Feditors-only/);
  await expect(page.getByLabel('E-mail address')).toHaveValue(email);
});

test('confirms somebody who has not yet, and who came by an e-mailed code', async ({
  page,
  paper,
}) => {
  const person = newPerson();
  await paper.cognito.signUp(person);
  await page.goto('/sign-in/code?return=/editors-only');
  const codePage = new CodePage(page);
  await codePage.ask(person.email);
  await codePage.enter(await paper.mailbox.latestCode(person.email));
  await expect(new ConfirmPage(page).heading).toBeVisible();
  await expect(page).toHaveURL(/return=%2Feditors-only/);
});

test('sends whoever has a second step to the password', async ({ page, paper }) => {
  const person = await paper.join();
  await AuthenticatorApp.addTo(person, paper);
  await page.goto(`/sign-in/code?email=${person.email}`);
  await page.getByRole('button', { name: 'E-mail me a code' }).click();
  const { problem } = new CodePage(page);
  await expect(problem).toContainText('does not open with an e-mailed code');
  await page.getByRole('link', { name: 'Sign in with a password' }).click();
  await expect(page.getByLabel('E-mail address')).toHaveValue(person.email);
});

test('signs in with a passkey', async ({ page, paper }) => {
  const person = await paper.join();
  const authenticator = await VirtualAuthenticator.plugInto(page);
  await new SignInPage(page).open('/sign-in?return=/editors-only');
  await authenticator.addPasskeyOf(person, paper);
  await page.getByLabel('E-mail address').fill(person.email);
  await page.getByRole('link', { name: 'Sign in with a passkey' }).click();
  await page.getByRole('button', { name: 'Sign in with a passkey' }).click();
  await expect(page).toHaveURL('/editors-only');
  await expect(new Masthead(page).account).toContainText(person.email);
});

test('says what to do when no passkey comes', async ({ page, paper }) => {
  const person = await paper.join();
  const { problem } = new CodePage(page);
  const authenticator = await VirtualAuthenticator.plugInto(page);
  await page.goto(`/sign-in/passkey?email=${person.email}`);
  const button = page.getByRole('button', { name: 'Sign in with a passkey' });
  await button.click();
  await expect(problem).toContainText('No passkey opens this account yet.');
  await authenticator.addPasskeyOf(person, paper);
  await authenticator.forgetPasskeys();
  await button.click();
  await expect(problem).toContainText('No passkey was used.');
  await expect(page.getByRole('link', { name: 'E-mail me a code' })).toBeVisible();
});

test('offers no passkey to a browser that has none', async ({ page }) => {
  await page.addInitScript(() => {
    Reflect.deleteProperty(window, 'PublicKeyCredential');
  });
  await new SignInPage(page).open();
  await expect(page.getByRole('link', { name: 'E-mail me a code' })).toBeVisible();
  await expect(page.getByRole('link', { name: 'Sign in with a passkey' })).toHaveCount(0);
  await page.goto('/sign-in/passkey');
  await expect(page.getByText('This browser has no passkeys.')).toBeVisible();
});

test('remembers for how long one wants to stay signed in', async ({ page }) => {
  await new SignInPage(page).open();
  const keep = page.getByLabel('Keep me signed in on this device');
  await expect(keep).toBeChecked();
  await expect(page.getByText('Untick this on a device that others use too.')).toBeVisible();
  await keep.uncheck();
  await expect(page.getByText('You are signed out when this tab is closed')).toBeVisible();
  await page.goto('/sign-in/code');
  await expect(keep).not.toBeChecked();
});

test('keeps a session that is for this tab out of the browser’s lasting storage', async ({
  page,
  context,
  paper,
}) => {
  const { email } = await paper.join();
  await page.goto('/sign-in/code');
  await page.getByLabel('Keep me signed in on this device').uncheck();
  const codePage = new CodePage(page);
  await codePage.ask(email);
  await codePage.enter(await paper.mailbox.latestCode(email));
  // The name shows a moment before the other document comes, and with it another page to look into.
  await page.waitForURL((url) => url.pathname === '/');
  await expect(new Masthead(page).account).toContainText(email);
  const kept = await page.evaluate(() => JSON.stringify(localStorage));
  expect(kept).not.toContain('eyJ');
  const other = await context.newPage();
  await other.goto('/');
  await expect(other.getByRole('link', { name: 'Sign in', exact: true })).toBeVisible();
});
