import { expect, test } from '../fixtures.ts';
import { ConfirmPage } from '../pages/confirm-page.ts';
import { Masthead } from '../pages/masthead.ts';
import { SignInPage } from '../pages/sign-in-page.ts';
import { AuthenticatorApp } from '../paper/authenticator-app.ts';
import { newPerson } from '../paper/people.ts';

/** Longer than Cognito waits for the answer to a challenge, in seconds. */
const tooLong = 4 * 60;
const doNotBelongTogether = 'This e-mail address and password do not belong together.';

test('says the same of a wrong password and of an unknown address', async ({ page, paper }) => {
  const signIn = await new SignInPage(page).open();
  const person = await paper.join();
  await signIn.signIn({ ...person, password: 'Not-the-1-password' });
  await expect(signIn.problem).toContainText(doNotBelongTogether);
  await expect(page.getByRole('button', { name: 'Sign in', exact: true })).toBeFocused();
  await signIn.signIn(newPerson());
  await expect(signIn.problem).toContainText(doNotBelongTogether);
  await signIn.signIn(person);
  await expect(new Masthead(page).account).toContainText(person.email);
});

test('slows a guesser down after five wrong passwords, in words', async ({ page, paper }) => {
  const signIn = await new SignInPage(page).open();
  const person = await paper.join();
  const wrong = { ...person, password: 'Not-the-1-password' };
  await signIn.signIn(wrong);
  await expect(signIn.problem).toContainText(doNotBelongTogether);
  // From elsewhere, each when the lock of the one before is over: that of the last one takes a minute.
  for (let lock = 1; lock <= 512; lock *= 2) {
    await paper.cognito.signIn(wrong).catch(() => null);
    await paper.advanceClock(lock < 512 ? lock : 0);
  }
  await signIn.signIn(person);
  await expect(signIn.problem).toContainText('That was tried too often.');
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

test('carries the address to the reset of a password and back', async ({ page }) => {
  const { email } = newPerson();
  await new SignInPage(page).open();
  const address = page.getByLabel('E-mail address');
  await address.fill(email);
  await page.getByRole('button', { name: 'Forgot your password?' }).click();
  await expect(page.getByRole('heading', { name: 'Reset your password' })).toBeVisible();
  await expect(address).toHaveValue(email);
  await page.getByRole('button', { name: 'Back to sign-in' }).click();
  await expect(page.getByRole('heading', { name: 'Sign in' })).toBeVisible();
  await expect(address).toHaveValue(email);
});

test('asks who was invited for a password of their own', async ({ page, paper }) => {
  const person = newPerson();
  const own = { ...person, password: 'Another-Pass-2027' };
  await paper.administrator.invite(person);
  const signIn = await new SignInPage(page).open('/sign-in?return=/editors-only');
  await signIn.signIn(person);
  const heading = page.getByRole('heading', { name: 'Choose a new password' });
  await expect(heading).toBeVisible();
  await paper.advanceClock(tooLong);
  await signIn.chooseNewPassword(own.password);
  await expect(signIn.note).toContainText('it starts again');
  await expect(page.getByLabel('E-mail address')).toHaveValue(person.email);
  await signIn.signIn(person);
  await signIn.chooseNewPassword(own.password);
  await expect(page).toHaveURL('/editors-only');
  await expect(new Masthead(page).account).toContainText(person.email);
});

test('says that a temporary password is too old, and that an account is switched off', async ({
  page,
  paper,
}) => {
  const invited = newPerson();
  await paper.administrator.invite(invited);
  await paper.advanceClock(8 * 24 * 3600);
  const signIn = await new SignInPage(page).open();
  await signIn.signIn(invited);
  await expect(signIn.problem).toContainText('Your first password is too old.');
  const person = await paper.join();
  await paper.administrator.disable(person);
  await signIn.signIn(person);
  await expect(signIn.problem).toContainText('This account has been switched off.');
});

test('leads to the reset where an administrator has asked for it', async ({ page, paper }) => {
  const person = await paper.join();
  const own = { ...person, password: 'Another-Pass-2027' };
  await paper.administrator.resetPassword(person);
  const signIn = await new SignInPage(page).open('/sign-in?return=/editors-only');
  await signIn.signIn(person);
  await expect(page.getByRole('heading', { name: 'Reset your password' })).toBeVisible();
  await expect(signIn.note).toContainText('This account needs a new password.');
  await expect(page.getByLabel('E-mail address')).toHaveValue(person.email);
  await page.getByRole('button', { name: 'E-mail me a code' }).click();
  await page.getByLabel('Code from the e-mail').waitFor();
  await page.getByLabel('Code from the e-mail').fill(await paper.mailbox.latestCode(person.email));
  await signIn.chooseNewPassword(own.password);
  await expect(signIn.note).toContainText('Your password has been changed.');
  await expect(page.getByLabel('E-mail address')).toHaveValue(person.email);
  await signIn.signIn(own);
  await expect(page).toHaveURL('/editors-only');
});

test('asks for the code of the app, keeps asking, starts again when it takes too long', async ({
  page,
  paper,
}) => {
  const person = await paper.join();
  const app = await AuthenticatorApp.addTo(person, paper);
  const signIn = await new SignInPage(page).open('/sign-in?return=/editors-only');
  await signIn.signIn(person);
  const field = page.getByLabel('Code from your authenticator app');
  await expect(field).toBeFocused();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Enter the code from your app');
  await expect(page).toHaveTitle('Enter the code from your app · Presspass');
  await expect(page.getByText('Is the device with the app lost?')).toBeVisible();
  await field.fill('000000');
  await signIn.signInButton.click();
  await expect(signIn.problem).toContainText('That is not the code');
  await paper.advanceClock(tooLong);
  await field.fill(await app.code());
  await signIn.signInButton.click();
  await expect(signIn.note).toContainText('it starts again');
  await signIn.signIn(person);
  const code = await app.nextCode();
  await field.fill(`${code.slice(0, 3)} ${code.slice(3)}`);
  await signIn.signInButton.click();
  await expect(page).toHaveURL('/editors-only');
  await expect(new Masthead(page).account).toContainText(person.email);
});

test('lets a person in whose second step an administrator has switched off', async ({
  page,
  paper,
}) => {
  const person = await paper.join();
  await AuthenticatorApp.addTo(person, paper);
  await paper.administrator.switchSecondFactorOff(person);
  await (await new SignInPage(page).open()).signIn(person);
  await expect(new Masthead(page).account).toContainText(person.email);
});

test('e-mails nothing more, however often somebody unconfirmed signs in', async ({
  page,
  paper,
}) => {
  const person = newPerson();
  await paper.cognito.signUp(person);
  for (let count = 0; count < 2; count++) {
    await (await new SignInPage(page).open()).signIn(person);
    await expect(new ConfirmPage(page).heading).toBeVisible();
  }
  expect(await paper.mailbox.mailsTo(person.email)).toHaveLength(1);
});

test('goes on after the network was away in the middle, and signs in once for two clicks', async ({
  page,
  context,
  paper,
  watch,
}) => {
  watch.expectInConsole(/net::ERR_INTERNET_DISCONNECTED/);
  const person = await paper.join();
  const signIn = await new SignInPage(page).open();
  await context.setOffline(true);
  await signIn.signIn(person);
  await expect(signIn.problem).toContainText('cannot be reached');
  await context.setOffline(false);
  const begun: string[] = [];
  page.on('request', (request) => {
    const operation = request.headers()['x-amz-target'] ?? '';
    if (operation.endsWith('.InitiateAuth')) begun.push(operation);
  });
  await page.getByLabel('Password', { exact: true }).fill(person.password);
  await signIn.signInButton.dblclick();
  await expect(new Masthead(page).account).toContainText(person.email);
  expect(begun).toHaveLength(1);
});

test('takes the sign-in page of another tab along', async ({ page, context, paper }) => {
  const person = await paper.join();
  const other = await context.newPage();
  await new SignInPage(other).open('/sign-in?return=/editors-only');
  await (await new SignInPage(page).open()).signIn(person);
  await expect(other).toHaveURL('/editors-only');
});

test('opens the step that its address names', async ({ page }) => {
  await page.goto('/sign-in?step=create&email=somebody@example.com');
  await expect(page.getByRole('heading', { name: 'Create an account' })).toBeVisible();
  await expect(page.getByLabel('E-mail address')).toHaveValue('somebody@example.com');
});

test('has fetched the code of the newspaper by the time somebody has signed in', async ({
  page,
  paper,
}) => {
  const person = await paper.join();
  const signIn = new SignInPage(page);
  const news: string[] = [];
  page.on('request', (request) => {
    if (new URL(request.url()).pathname === '/api/news') news.push(request.url());
  });
  await page.goto('/sign-in');
  await signIn.signInButton.waitFor();
  await page.waitForLoadState('networkidle');
  expect(news, 'news that this page does not show').toEqual([]);
  const devTools = await page.context().newCDPSession(page);
  await devTools.send('Network.enable');
  const fetched: { url: string; by: string }[] = [];
  devTools.on('Network.responseReceived', ({ loaderId, response }) => {
    const isCode = /\.(js|css)$/.test(response.url);
    if (isCode && !response.fromDiskCache) fetched.push({ url: response.url, by: loaderId });
  });
  await signIn.signIn(person);
  await expect(new Masthead(page).account).toContainText(person.email);
  const { frameTree } = await devTools.send('Page.getFrameTree');
  expect(fetched.filter(({ by }) => by === frameTree.frame.loaderId)).toEqual([]);
});
