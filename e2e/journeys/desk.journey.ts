import { type Page } from '@playwright/test';
import { expect, test } from '../fixtures.ts';
import { DeskPage } from '../pages/desk-page.ts';
import { FrontPage, storiesAtFirst } from '../pages/front-page.ts';
import { Masthead } from '../pages/masthead.ts';
import { notice } from '../pages/notice.ts';
import { SignInPage, signInAs } from '../pages/sign-in-page.ts';
import { editor, reader } from '../paper/people.ts';

test.use({ changesPaper: true });

async function openDesk(page: Page): Promise<DeskPage> {
  await signInAs(page, editor, '/desk');
  const desk = new DeskPage(page);
  await expect(desk.count).toHaveText('60 stories');
  return desk;
}

test('finds stories by words in any order, and says how many', async ({ page }) => {
  const desk = await openDesk(page);
  await desk.search.fill('page   BOLD home');
  await expect(desk.count).toHaveText('1 of 60 stories');
  await expect(desk.rows).toHaveCount(1);
  await expect(desk.rows).toContainText('Bold type & blinking text');
  await desk.search.fill('no story says this');
  await expect(page.getByText('No story has these words.')).toBeVisible();
  await desk.search.fill('');
  await expect(desk.count).toHaveText('60 stories');
});

test('deletes one story, finds it in the trash and restores it to its place', async ({ page }) => {
  const desk = await openDesk(page);
  const headline = await desk.headlineOf(desk.rows.nth(3));
  await desk.delete(headline);
  await expect(notice(page)).toContainText('1 story moved to the trash.');
  await expect(desk.count).toHaveText('59 stories');
  await expect(desk.row(headline)).toHaveCount(0);
  await page.reload();
  await expect(desk.count).toHaveText('59 stories');

  await desk.trashTab.click();
  await desk.restore(headline);
  await expect(notice(page)).toContainText(`“${headline}” restored.`);
  await expect(desk.trashed).toHaveCount(0);
  await expect(page.getByText('The trash is empty.')).toBeVisible();
  await desk.publishedTab.click();
  await expect(desk.count).toHaveText('60 stories');
  await expect(desk.rows.nth(3)).toContainText(headline);
});

test('offers one way to bring a story back: Undo on the desk, Restore in the trash', async ({
  page,
}) => {
  const desk = await openDesk(page);
  await desk.delete(await desk.headlineOf(desk.rows.nth(2)));
  await expect(desk.count).toHaveText('59 stories');
  const ways = page.getByRole('button', { name: /^(Undo|Restore)/ });
  await expect(ways).toHaveText(['Undo']);
  await desk.trashTab.click();
  await expect(desk.trashed).toHaveCount(1);
  await expect(notice(page)).toContainText('1 story moved to the trash.');
  await expect(ways).toHaveText(['Restore']);
  await ways.click();
  await expect(desk.trashed).toHaveCount(0);
});

test('deletes a selection, and brings all of it back by Undo', async ({ page }) => {
  const desk = await openDesk(page);
  await desk.search.fill('sport');
  await expect(desk.count).toHaveText(/^\d+ of 60 stories$/);
  const [found = ''] = /^\d+/.exec((await desk.count.textContent()) ?? '') ?? [];
  expect(Number(found)).toBeGreaterThan(4);
  await desk.selectAll.check();
  const first = desk.rows.first().getByRole('checkbox');
  // Unchecking what is not drawn as checked yet would do nothing.
  await expect(first).toBeChecked();
  await first.uncheck();
  const wanted = Number(found) - 1;
  await expect(desk.deleteSelected).toHaveText(`Delete selected (${wanted})`);
  await desk.deleteSelected.click();
  await expect(notice(page)).toContainText(`${wanted} stories moved to the trash.`);
  await expect(desk.count).toHaveText(`1 of ${60 - wanted} stories`);

  await notice(page).getByRole('button', { name: 'Undo' }).click();
  await expect(notice(page)).toContainText(`${wanted} stories brought back.`);
  await expect(desk.count).toHaveText(`${found} of 60 stories`);
  await page.reload();
  await expect(desk.count).toHaveText('60 stories');
});

test('takes a deleted story from the front page and gives it back', async ({
  page,
  browser,
  paper,
}) => {
  const desk = await openDesk(page);
  const headline = await desk.headlineOf(desk.rows.first());
  await desk.delete(headline);
  await expect(desk.count).toHaveText('59 stories');

  const elsewhere = await browser.newPage({ baseURL: paper.url });
  const front = new FrontPage(elsewhere);
  await elsewhere.goto('/');
  await expect(front.stories).toHaveCount(storiesAtFirst);
  await expect(front.story(headline)).toHaveCount(0);
  await notice(page).getByRole('button', { name: 'Undo' }).click();
  await expect(desk.count).toHaveText('60 stories');
  await elsewhere.reload();
  await expect(front.headlines.first()).toHaveText(headline);
  await elsewhere.close();
});

test('takes a story that somebody else has deleted meanwhile for deleted', async ({
  page,
  paper,
}) => {
  const desk = await openDesk(page);
  const headline = await desk.headlineOf(desk.rows.nth(5));
  const address = await desk.rows.nth(5).getByRole('link').getAttribute('href');
  const { IdToken } = await paper.cognito.signIn(editor);
  const answer = await fetch(`${paper.edge}/api${address ?? ''}`, {
    method: 'DELETE',
    headers: { Authorization: IdToken },
  });
  expect(answer.status).toBe(204);
  await desk.delete(headline);
  await expect(notice(page)).toContainText('1 story moved to the trash.');
  await notice(page).getByRole('button', { name: 'Undo' }).click();
  await expect(desk.count).toHaveText('60 stories');
});

test('leaves the phone’s screen to the stories', async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 844 });
  const desk = await openDesk(page);
  const [selected, everything] = await Promise.all(
    [desk.deleteSelected, desk.deleteEverything].map((button) => button.boundingBox()),
  );
  expect(selected?.y).toBe(everything?.y);
  expect(selected?.height).toBeGreaterThanOrEqual(44);
  await desk.selectAll.check();
  await expect(desk.deleteSelected).toHaveText('Delete selected (60)');
  expect((await desk.deleteSelected.boundingBox())?.height).toBeLessThan(50);
});

test('is not shown to a reader, who is told so politely at its address', async ({ page }) => {
  await signInAs(page, reader);
  const masthead = new Masthead(page);
  await expect(masthead.account).toContainText(reader.email);
  await expect(masthead.deskLink).toHaveCount(0);
  for (const address of ['/desk', '/desk/trash']) {
    await page.goto(address);
    await expect(page.getByRole('heading', { name: 'The desk is for editors' })).toBeVisible();
    await expect(page.getByRole('main')).toContainText(reader.email);
  }
  await page.getByRole('link', { name: 'Go to the front page' }).click();
  await expect(new FrontPage(page).stories).toHaveCount(storiesAtFirst);
});

test('asks an anonymous visitor to sign in, and comes back', async ({ page }) => {
  await page.goto('/desk/trash');
  await expect(page.getByText('The desk is for editors. Sign in to open it.')).toBeVisible();
  await new SignInPage(page).signIn(editor);
  await expect(new DeskPage(page).heading).toBeVisible();
  await expect(page).toHaveURL('/desk/trash');
});
