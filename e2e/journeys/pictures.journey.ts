import { fileURLToPath } from 'node:url';
import type { Page } from '@playwright/test';
import { expect, test } from '../fixtures.ts';
import { DeskPage } from '../pages/desk-page.ts';
import { FrontPage, storiesAtFirst } from '../pages/front-page.ts';
import { PassPage } from '../pages/pass-page.ts';
import { signInAs } from '../pages/sign-in-page.ts';
import { editor } from '../paper/people.ts';

// Taken when somebody asks for them (`npm run pictures`): the pictures in docs/ do not change with every test.

const folder = new URL('../../docs/pictures/', import.meta.url);

async function take(page: Page, name: string): Promise<void> {
  await page.evaluate(() => document.fonts.ready);
  const path = fileURLToPath(new URL(`${name}.png`, folder));
  await page.screenshot({ path, animations: 'disabled', caret: 'hide' });
}

test('pictures of the front page', async ({ page }) => {
  await page.setViewportSize({ width: 1280, height: 810 });
  await page.goto('/');
  await expect(new FrontPage(page).stories).toHaveCount(storiesAtFirst);
  await take(page, 'front-page-light');
  await page.emulateMedia({ colorScheme: 'dark' });
  await take(page, 'front-page-dark');
  await page.emulateMedia({ colorScheme: 'light' });
  await page.setViewportSize({ width: 390, height: 844 });
  await take(page, 'front-page-phone');
});

test('a picture of the desk', async ({ page }) => {
  await page.setViewportSize({ width: 1280, height: 810 });
  await signInAs(page, editor, '/desk');
  const desk = new DeskPage(page);
  await expect(desk.count).toHaveText('60 stories');
  await desk.rows.nth(1).getByRole('checkbox').check();
  await desk.rows.nth(3).getByRole('checkbox').check();
  await page.evaluate(() => {
    window.scrollTo(0, 0);
  });
  await take(page, 'desk');
});

test('a picture of the pass', async ({ page }) => {
  await page.setViewportSize({ width: 1280, height: 960 });
  await signInAs(page, editor, '/pass');
  const { passport, boardingPass } = new PassPage(page);
  await expect(passport).toContainText(editor.email);
  await expect(boardingPass).toBeVisible();
  await page.evaluate(() => {
    window.scrollTo(0, 0);
  });
  await take(page, 'pass');
});
