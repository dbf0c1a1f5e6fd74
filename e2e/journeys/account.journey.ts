import { readFile } from 'node:fs/promises';
import type { Browser, Page } from '@playwright/test';
import { Secret, TOTP } from 'otpauth';
import { expect, test } from '../fixtures.ts';
import { AccountPage } from '../pages/account-page.ts';
import { CodePage } from '../pages/code-page.ts';
import { Masthead } from '../pages/masthead.ts';
import { notice } from '../pages/notice.ts';
import { signInAs } from '../pages/sign-in-page.ts';
import type { Paper } from '../paper/paper.ts';
import { type Person, newPerson } from '../paper/people.ts';
import { VirtualAuthenticator } from '../paper/virtual-authenticator.ts';

async function openAs(page: Page, person: Person): Promise<AccountPage> {
  await signInAs(page, person, '/account');
  return new AccountPage(page);
}

/** Another device: a browser that shares nothing with the first. */
async function onAnotherDevice(
  browser: Browser,
  paper: Paper,
  visit: (page: Page) => Promise<void>,
): Promise<void> {
  const context = await browser.newContext({ baseURL: paper.url });
  try {
    await visit(await context.newPage());
  } finally {
    await context.close();
  }
}

test('a name is given with the keyboard alone, and greets', async ({ page, paper }) => {
  const { name } = await openAs(page, await paper.join());
  await name.getByRole('button', { name: 'Change name' }).focus();
  await page.keyboard.press('Enter');
  await expect(name.getByLabel('Your name')).toBeFocused();
  await page.keyboard.press('Escape');
  await expect(name.getByLabel('Your name')).toHaveCount(0);
  await page.keyboard.press('Enter');
  await expect(name.getByLabel('Your name')).toBeFocused();
  await page.keyboard.type('Zoë O’Brien');
  await page.keyboard.press('Enter');
  await expect(name.getByRole('status')).toHaveText('Your name is saved.');
  await expect(name.getByRole('button', { name: 'Change name' })).toBeFocused();
  await page.reload();
  await expect(page.getByText('Good to see you, Zoë O’Brien.')).toBeVisible();
});

test('another address counts once its code is entered, after a reload and on another device', async ({
  page,
  paper,
  browser,
}) => {
  const person = await paper.join();
  const { email: address } = newPerson();
  const account = await openAs(page, person);
  await account.askForAddress(address);
  await expect(account.email).toContainText(`sent to ${address}`);
  await page.reload();
  await account.enterCode('000000');
  await expect(account.email.getByRole('alert').last()).toContainText('not the code');
  await expect(account.email.getByText(person.email)).toBeVisible();

  await onAnotherDevice(browser, paper, async (there) => {
    const accountThere = await openAs(there, person);
    await accountThere.email.getByRole('button', { name: 'Change e-mail address' }).click();
    await accountThere.email.getByRole('button', { name: 'I have a code' }).click();
    await accountThere.enterCode(await paper.mailbox.latestCode(address));
    await expect(accountThere.email).toContainText(`Your address is now ${address}`);
    await expect(new Masthead(there).account).toContainText(address);
  });

  await page.reload();
  await expect(account.email.getByText(address, { exact: true })).toBeVisible();
  await expect(account.email.getByLabel('Code from the e-mail')).toHaveCount(0);
  await expect(paper.cognito.signIn({ ...person, email: address })).resolves.toBeTruthy();
});

test('the password changes for whoever knows the present one', async ({ page, paper }) => {
  const person = await paper.join();
  const account = await openAs(page, person);
  await account.password.getByRole('button', { name: 'Change password' }).click();
  await account.changePassword(person.password, 'Other-Pass');
  await expect(account.password.getByRole('alert')).toContainText('still needs a number');
  await account.changePassword('Not-The-Pass-1', 'Other-Pass-2026');
  await expect(account.password.getByRole('alert')).toContainText('not your present password');
  await account.changePassword(person.password, 'Other-Pass-2026');
  await expect(account.password.getByRole('status')).toContainText('Your new password is active');
  await expect(paper.cognito.signIn(person)).rejects.toThrow('Incorrect username or password');
  await paper.cognito.signIn({ ...person, password: 'Other-Pass-2026' });
});

test('somebody without a password sets one', async ({ page, paper }) => {
  const person = newPerson();
  const { clients } = (await (await fetch(`${paper.edge}/about.json`)).json()) as {
    clients: Record<string, { id: string }>;
  };
  const who = { ClientId: clients['presspass-web']?.id, Username: person.email };
  await paper.cognito.perform('SignUp', who);
  await paper.cognito.confirm(person, await paper.mailbox.latestCode(person.email));
  await page.goto('/sign-in/code?return=/account');
  const signIn = new CodePage(page);
  await signIn.ask(person.email);
  await signIn.enter(await paper.mailbox.latestCode(person.email));
  const { password, secondStep, sessions } = new AccountPage(page);
  await expect(sessions).toContainText('without a password');
  await expect(secondStep).toContainText('It follows a password, and you have none.');
  await password.getByRole('button', { name: 'Set password' }).click();
  await password.getByLabel('New password').fill(person.password);
  await password.getByRole('button', { name: 'Save password' }).click();
  await expect(password.getByRole('status')).toContainText('Your new password is active');
  expect(await paper.cognito.signIn(person)).toBeDefined();
});

test('the second step is set up with the typed key, asks from then on, and is turned off', async ({
  page,
  paper,
}) => {
  const person = await paper.join();
  const { secondStep } = await openAs(page, person);
  await secondStep.getByRole('button', { name: 'Set up an authenticator app' }).click();
  await expect(secondStep.getByRole('img', { name: 'QR code' })).toBeVisible();
  const key = (await secondStep.locator('code').innerText()).replaceAll(' ', '');
  const code = secondStep.getByLabel('The six digits that the app shows now');
  await code.fill('000000');
  await page.keyboard.press('Enter');
  await expect(secondStep.getByRole('alert').last()).toContainText('clock of your phone');
  const timestamp = await paper.now();
  await code.fill(new TOTP({ secret: Secret.fromBase32(key) }).generate({ timestamp }));
  await page.keyboard.press('Enter');
  await expect(secondStep).toContainText('The second step is on.');
  expect(await paper.cognito.signIn(person), 'tokens for the password alone').toBeUndefined();

  await page.reload();
  await secondStep.getByText('If you lose the device').click();
  await expect(secondStep).toContainText('There are no recovery codes');
  await secondStep.getByRole('button', { name: 'Turn off the second step' }).click();
  await secondStep.getByRole('button', { name: 'Turn it off' }).click();
  await expect(secondStep).toContainText('The second step is off.');
  expect(await paper.cognito.signIn(person)).toBeDefined();
});

test('passkeys are added, refused twice, cancelled and removed', async ({ page, paper }) => {
  const { passkeys } = await openAs(page, await paper.join());
  const authenticator = await VirtualAuthenticator.plugInto(page);
  const add = passkeys.getByRole('button', { name: 'Add a passkey' });
  await add.click();
  await expect(passkeys).toContainText('The passkey is added.');
  await expect(passkeys.getByRole('listitem')).toContainText('on the device itself');
  await add.click();
  await expect(passkeys.getByRole('alert').last()).toContainText(
    'a passkey for your account already',
  );

  await passkeys.getByRole('button', { name: /^Remove/ }).click();
  await passkeys.getByRole('button', { name: 'Remove passkey' }).click();
  await expect(passkeys.getByRole('listitem')).toHaveCount(0);
  await expect(add).toBeFocused();

  await authenticator.refuse();
  await add.click();
  await expect(passkeys.getByRole('alert').last()).toContainText('No passkey was added');
});

test('signing out everywhere ends the other device too, and says only what is so', async ({
  page,
  paper,
  browser,
}) => {
  const person = await paper.join();
  const account = await openAs(page, person);
  await expect(account.sessions).toContainText('with your password');
  await expect(account.sessions).toContainText('lasts on this device until you sign out');
  await expect(account.sessions).toContainText('Where else you are signed in we cannot show');
  await onAnotherDevice(browser, paper, async (there) => {
    const elsewhere = await openAs(there, person);
    await account.sessions.getByRole('button', { name: 'Sign out everywhere' }).click();
    await page.route(paper.edge, (route) => route.abort());
    await account.sessions.getByRole('button', { name: 'Sign out everywhere' }).click();
    await expect(account.sessions.getByRole('alert')).toContainText('cannot be reached');
    await page.unroute(paper.edge);
    await account.sessions.getByRole('button', { name: 'Sign out everywhere' }).click();
    await page.waitForURL('/');
    await expect(notice(page)).toContainText('You are signed out everywhere.');

    await elsewhere.data.getByRole('button', { name: 'Download my data' }).click();
    await expect(notice(there)).toContainText('Your session has ended');
  });
});

test('my data is one file with everything but what opens the account', async ({ page, paper }) => {
  const person = await paper.join();
  const { data } = await openAs(page, person);
  const saved = page.waitForEvent('download');
  await data.getByRole('button', { name: 'Download my data' }).click();
  const file = await saved;
  expect(file.suggestedFilename()).toMatch(/^presspass-my-data-\d{4}-\d\d-\d\d\.json$/);
  await expect(data.getByRole('status')).toContainText(file.suggestedFilename());
  const text = await readFile(await file.path(), 'utf8');
  const { attributes, theApiSaysYouAre } = JSON.parse(text) as Record<string, { email: string }>;
  expect(attributes?.email).toBe(person.email);
  expect(theApiSaysYouAre?.email).toBe(person.email);
  const stored = await page.evaluate(() => JSON.stringify([localStorage, sessionStorage]));
  const tokens = stored.match(/eyJ[\w-]+\.[\w-]+\.[\w-]+/g) ?? [];
  expect(tokens).not.toEqual([]);
  for (const token of tokens) expect(text).not.toContain(token);
  expect(text).not.toContain('eyJ');
});

test('another tab leaves the account when it is deleted in this one', async ({
  page,
  paper,
  context,
}) => {
  const person = await paper.join();
  const account = await openAs(page, person);
  const other = await context.newPage();
  await other.goto('/account');
  await expect(new AccountPage(other).sessions).toContainText('with your password');
  await account.deletion.getByRole('button', { name: 'Delete my account' }).click();
  await account.typeToDelete(person.email);
  await page.waitForURL('/');
  await expect(new AccountPage(other).email).toHaveCount(0);
  await expect(new Masthead(other).account).not.toContainText(person.email);
});

test('the account is deleted after its address was typed, whatever happens meanwhile', async ({
  page,
  paper,
}) => {
  const person = await paper.join();
  const account = await openAs(page, person);
  await account.deletion.getByRole('button', { name: 'Delete my account' }).click();
  await account.typeToDelete('somebody@else.test');
  await expect(account.dialog.getByRole('alert')).toContainText('not the address of this account');

  await page.route(paper.edge, (route) => route.abort());
  await account.typeToDelete(person.email);
  await expect(account.dialog.getByRole('alert')).toContainText('cannot be reached');
  await page.unroute(paper.edge);
  await paper.cognito.signIn(person);

  let deletions = 0;
  await page.route(paper.edge, async (route) => {
    const target = (await route.request().headerValue('x-amz-target')) ?? '';
    // The first attempt comes with a token that has just run out by the pool's clock.
    if (!target.endsWith('.DeleteUser') || deletions++ > 0) return route.fallback();
    const body = { __type: 'NotAuthorizedException', message: 'Access Token has expired' };
    return route.fulfill({
      status: 400,
      json: body,
      headers: { 'access-control-allow-origin': '*' },
    });
  });
  await account.typeToDelete(person.email);
  await page.waitForURL('/');
  await expect(notice(page)).toContainText('Your account is deleted. You are signed out.');
  await expect(new Masthead(page).signInLink).toBeVisible();
  await expect(paper.cognito.signIn(person)).rejects.toThrow('NotAuthorizedException');
  expect(deletions).toBe(2);
});
