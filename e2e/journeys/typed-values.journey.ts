import { expect, test } from '../fixtures.ts';
import { AccountPage } from '../pages/account-page.ts';
import { ConfirmPage } from '../pages/confirm-page.ts';
import { Masthead } from '../pages/masthead.ts';
import { SignInPage, signInAs } from '../pages/sign-in-page.ts';
import { newPerson } from '../paper/people.ts';

/** What comes along when one copies: a blank, or the one that never breaks. */
const spaced = {
  'a blank': (text: string) => `${text} `,
  'U+00A0': (text: string) => `\u00A0${text}`,
};
const noSpace = 'A password has no space at its ends.';
const differ = 'The two passwords differ.';

/** As apps and mails part a code. */
const parted = (code: string): string =>
  `${code.slice(0, 2)} ${code.slice(2, 4)}-${code.slice(4)}\u00A0`;

for (const [what, space] of Object.entries(spaced)) {
  test(`says of ${what} at an end of a password what it is, wherever one is chosen`, async ({
    page,
    paper,
  }) => {
    const person = newPerson();
    const own = 'Another-Pass-2027';
    const signIn = await new SignInPage(page).open();
    await signIn.signUp({ ...person, password: space(person.password) });
    await expect(page.getByText(noSpace)).toBeVisible();
    await expect(page.getByText(differ)).toHaveCount(0);
    await expect(page).toHaveURL(/sign-in/);
    await signIn.signUp(person);
    const confirm = new ConfirmPage(page);
    await expect(confirm.heading).toBeVisible();
    await confirm.enter(parted(await paper.mailbox.latestCode(person.email)));
    await expect(new Masthead(page).account).toContainText(person.email);
    await new Masthead(page).signOutButton.click();

    await signIn.open();
    await page.getByRole('button', { name: 'Forgot your password?' }).click();
    await page.getByLabel('E-mail address').fill(person.email);
    await page.getByRole('button', { name: 'E-mail me a code' }).click();
    await page.getByLabel('Code from the e-mail').waitFor();
    const code = parted(await paper.mailbox.latestCode(person.email));
    await page.getByLabel('Code from the e-mail').fill(code);
    await signIn.chooseNewPassword(space(own));
    await expect(page.getByText(noSpace)).toBeVisible();
    await expect(page.getByText(differ)).toHaveCount(0);
    await signIn.chooseNewPassword(own);
    await expect(signIn.note).toContainText('Your password has been changed.');
    // What was chosen cannot have it: it is none of the password.
    await signIn.signIn({ ...person, password: space(own) });
    await expect(new Masthead(page).account).toContainText(person.email);
  });
}

test('says it of a first password of one’s own, too', async ({ page, paper }) => {
  const person = newPerson();
  const own = 'Another-Pass-2027';
  await paper.administrator.invite(person);
  const signIn = await new SignInPage(page).open('/sign-in?return=/editors-only');
  await signIn.signIn({ ...person, password: ` ${person.password}` });
  await expect(page.getByRole('heading', { name: 'Choose a new password' })).toBeVisible();
  await signIn.chooseNewPassword(`${own} `);
  await expect(page.getByText(noSpace)).toBeVisible();
  await expect(page.getByText(differ)).toHaveCount(0);
  await signIn.chooseNewPassword(own);
  await expect(page).toHaveURL('/editors-only');
});

test('says it on the account page, where the present password may be typed with one', async ({
  page,
  paper,
}) => {
  const person = await paper.join();
  await signInAs(page, person);
  await page.goto('/account');
  const account = new AccountPage(page);
  const { password } = account;
  await password.getByRole('button', { name: 'Change password' }).click();
  await account.changePassword(`${person.password} `, 'Another-Pass-2027\u00A0');
  await expect(password.getByText(noSpace)).toBeVisible();
  await account.changePassword(`${person.password} `, 'Another-Pass-2027');
  await expect(password.getByText('Your new password is active now.')).toBeVisible();
});
