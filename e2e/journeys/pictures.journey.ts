import { fileURLToPath } from 'node:url';
import type { Page } from '@playwright/test';
import { expect, test } from '../fixtures.ts';
import { DeskPage } from '../pages/desk-page.ts';
import { FrontPage, storiesAtFirst } from '../pages/front-page.ts';
import { Masthead } from '../pages/masthead.ts';
import { SignInPage } from '../pages/sign-in-page.ts';
import { type Person, editor, reader } from '../paper/paper.ts';

// Taken when somebody asks for them (`npm run pictures`): the pictures in docs/ do not change with every test.

const folder = new URL('../../docs/pictures/', import.meta.url);

async function take(page: Page, name: string): Promise<void> {
  await page.evaluate(() => document.fonts.ready);
  const path = fileURLToPath(new URL(`${name}.png`, folder));
  await page.screenshot({ path, animations: 'disabled', caret: 'hide' });
}

async function signedIn(page: Page, person: Person, wanted: string): Promise<void> {
  await (await new SignInPage(page).open(`/sign-in?return=${wanted}`)).signIn(person);
  await expect(new Masthead(page).account).toContainText(person.email);
}

test('pictures of the front page', async ({ page }) => {
  await page.setViewportSize({ width: 1280, height: 960 });
  await page.goto('/');
  await expect(new FrontPage(page).stories).toHaveCount(storiesAtFirst);
  await take(page, 'front-page-light');
  await page.emulateMedia({ colorScheme: 'dark' });
  await take(page, 'front-page-dark');
  await page.emulateMedia({ colorScheme: 'light' });
  await page.setViewportSize({ width: 390, height: 844 });
  await take(page, 'front-page-phone');
});

test('pictures of a story, the desk and the way in', async ({ page }) => {
  await page.setViewportSize({ width: 1280, height: 960 });
  await new SignInPage(page).open();
  await take(page, 'sign-in');
  await signedIn(page, reader, '/');
  await new FrontPage(page).headlines.first().click();
  await expect(page.locator('.article-body')).toBeVisible();
  await take(page, 'story');
  await new Masthead(page).signOutButton.click();
  await expect(new Masthead(page).signInLink).toBeVisible();
  await signedIn(page, editor, '/desk');
  const desk = new DeskPage(page);
  await expect(desk.count).toHaveText('60 stories');
  await desk.rows.nth(1).getByRole('checkbox').check();
  await desk.rows.nth(3).getByRole('checkbox').check();
  await page.evaluate(() => {
    window.scrollTo(0, 0);
  });
  await take(page, 'desk');
});
