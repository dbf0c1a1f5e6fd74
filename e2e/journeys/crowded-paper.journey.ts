import { randomUUID } from 'node:crypto';
import { expect, test } from '../fixtures.ts';
import { DeskPage } from '../pages/desk-page.ts';
import { FrontPage } from '../pages/front-page.ts';
import { notice } from '../pages/notice.ts';
import { signInAs } from '../pages/sign-in-page.ts';
import { editor } from '../paper/people.ts';
import { Table } from '../paper/table.ts';

/** The seed's stories come on top of these. */
const crowd = 2_000;
const all = (crowd + 61).toLocaleString('en-GB');

/** Everything that a careless page would run, fetch or draw. */
const markup = {
  headline: 'A <b>bold</b> claim <img src=x onerror="document.title=1">',
  summary: '<script>document.title = "taken over"</script> & <i>more</i> &amp; {{ 7 * 7 }}',
  byline: 'By <a href="javascript:document.title=2">nobody</a>',
  body: '<h2>Not a heading</h2>\n\n<iframe src="https://elsewhere.invalid"></iframe> and ${code}',
};

test.use({ changesPaper: true });

test.beforeEach(async ({ paper }) => {
  const table = new Table(paper.edge);
  const start = Date.now() - 3 * 24 * 3_600_000;
  const filler = Array.from({ length: crowd }, (_, number) => ({
    id: randomUUID(),
    headline: `Filler number ${number} of many`,
    summary: 'A story among thousands.',
    section: 'City',
    byline: 'Our statistics desk',
    body: 'Nothing happened.',
    publishedAt: new Date(start - number * 1_000).toISOString(),
  }));
  const hostile = { ...markup, section: 'Culture', publishedAt: new Date().toISOString() };
  await table.publish([...filler, { ...hostile, id: randomUUID() }]);
});

test('shows markup in any text as text', async ({ page }) => {
  await signInAs(page, editor);
  const front = new FrontPage(page);
  const story = front.stories.first();
  await expect(front.headlines.first()).toHaveText(markup.headline);
  for (const text of [markup.summary, markup.byline]) await expect(story).toContainText(text);

  await front.headlines.first().click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(markup.headline);
  for (const text of [markup.summary, markup.byline, ...markup.body.split('\n\n')]) {
    await expect(page.getByRole('article')).toContainText(text);
  }
  await page.goto('/desk');
  const desk = new DeskPage(page);
  await expect(desk.rows.first()).toContainText(markup.headline);
  await expect(page.locator('main :is(b, i, img, iframe, script)')).toHaveCount(0);
  await expect(page).toHaveTitle('Desk · Presspass');
});

test('keeps the table of thousands small, scrolls through it and finds one of them', async ({
  page,
}) => {
  await signInAs(page, editor, '/desk');
  const desk = new DeskPage(page);
  await expect(desk.count).toHaveText(`${all} stories`, { timeout: 60_000 });
  await expect(page.getByRole('table')).toHaveAttribute('aria-rowcount', String(crowd + 62));
  expect(await desk.rows.count()).toBeLessThan(60);

  await page.evaluate(() => {
    window.scrollTo(0, document.body.scrollHeight);
  });
  await expect(desk.rows.last()).toHaveAttribute('aria-rowindex', String(crowd + 62));
  expect(await desk.rows.count()).toBeLessThan(60);
  await desk.search.fill('filler number 1234 many');
  await expect(desk.count).toHaveText(`1 of ${all} stories`);
  await expect(desk.rows).toHaveCount(1);
  await expect(desk.rows).toBeInViewport();
});

test('deletes everything after typing so, with progress, and stops when told to', async ({
  page,
}) => {
  await signInAs(page, editor, '/desk');
  const desk = new DeskPage(page);
  await expect(desk.count).toHaveText(`${all} stories`, { timeout: 60_000 });
  // As on a slow line, so that there is something to stop.
  await page.route('/api/news', async (route) => {
    if (route.request().method() === 'DELETE') await page.waitForTimeout(300);
    await route.continue();
  });
  await desk.deleteEverything.click();
  const confirm = desk.dialog.getByRole('button', { name: 'Delete everything' });
  const words = desk.dialog.getByLabel('Type delete everything to go on');
  await expect(confirm).toBeDisabled();
  await words.fill('delete every');
  await expect(confirm).toBeDisabled();
  await words.fill('Delete Everything');
  await confirm.click();
  await expect(desk.dialog.getByRole('status')).toHaveText(
    /[1-9][\d,]* (stories )?moved to the trash so far …/,
  );
  await expect(desk.dialog.getByRole('progressbar')).toBeVisible();

  await desk.dialog.getByRole('button', { name: 'Stop here' }).click();
  await expect(notice(page)).toHaveText(
    /Stopped\. [\d,]+ stories moved to the trash; the others stay\./,
  );
  await expect(desk.dialog).toBeHidden();
  await expect(desk.count).toHaveText(/[\d,]+ stories$/);
  await expect(desk.count).not.toHaveText(/\b(0|2,061) stories/);

  await desk.deleteEverything.click();
  await words.fill('delete everything');
  await words.press('Enter');
  await expect(notice(page)).toContainText('They can be restored for 30 days.', {
    timeout: 120_000,
  });
  await expect(page.getByText('Nothing is published.')).toBeVisible();
  await page.goto('/');
  await expect(page.getByText('No news today.')).toBeVisible();
  await page.goto('/desk/trash');
  await expect(desk.trashed).toHaveCount(50);
  await page.getByRole('button', { name: 'More of the trash' }).click();
  await expect(desk.trashed).toHaveCount(100);
});
