import { randomUUID } from 'node:crypto';
import type { BrowserContext, Page, Response, Route } from '@playwright/test';
import { expect, test } from '../fixtures.ts';
import { DeskPage } from '../pages/desk-page.ts';
import { Masthead } from '../pages/masthead.ts';
import { notice } from '../pages/notice.ts';
import { signInAs } from '../pages/sign-in-page.ts';
import type { Paper } from '../paper/paper.ts';
import { editor } from '../paper/people.ts';
import { Table } from '../paper/table.ts';

const hour = 3_600;
const perTab = 200;
const edge = /^http:\/\/localhost:\d+\/$/;

test.use({ changesPaper: true });
test.describe.configure({ timeout: 300_000 });

/** What goes over the wire, from all tabs. */
class Tally {
  refreshes = 0;
  unauthorized = 0;
  /** How often each write came through, by its method and address. */
  readonly writes = new Map<string, number>();

  constructor(context: BrowserContext) {
    context.on('request', (request) => {
      if (isRefresh(request.headers())) this.refreshes++;
    });
    context.on('response', (response) => {
      this.#count(response);
    });
  }

  #count(response: Response): void {
    if (response.status() === 401) this.unauthorized++;
    const method = response.request().method();
    if (!response.ok() || !['DELETE', 'POST'].includes(method)) return;
    if (!response.url().includes('/api/')) return;
    const write = `${method} ${response.url()}`;
    this.writes.set(write, (this.writes.get(write) ?? 0) + 1);
  }
}

function isRefresh(headers: Record<string, string>): boolean {
  return headers['x-amz-target']?.endsWith('.GetTokensFromRefreshToken') ?? false;
}

/** Publishes two hundred stories whose headlines begin with `word`. */
async function publish(paper: Paper, word: string): Promise<void> {
  const start = Date.now() - 24 * 3_600_000;
  const stories = Array.from({ length: perTab }, (_, number) => ({
    id: randomUUID(),
    headline: `${word} ${number}`,
    summary: 'To be counted.',
    section: 'City',
    byline: 'Our statistics desk',
    body: 'One of two hundred.',
    publishedAt: new Date(start - number * 1_000).toISOString(),
  }));
  await new Table(paper.edge).publish(stories);
}

/** Three tabs of one session, each with two hundred stories of its own selected. */
async function threeDesks(page: Page, paper: Paper): Promise<{ words: string[]; desks: Desk[] }> {
  const words = ['Alpha', 'Bravo', 'Delta'].map((word) => `${word}${randomUUID().slice(0, 4)}`);
  for (const word of words) await publish(paper, word);
  await signInAs(page, editor);
  const pages = [page, await page.context().newPage(), await page.context().newPage()];
  const desks: Desk[] = [];
  for (const [number, tab] of pages.entries()) {
    await tab.goto('/desk');
    const desk = new DeskPage(tab);
    await desk.search.fill(words[number] ?? '');
    await expect(desk.count).toContainText(`${perTab} of`, { timeout: 30_000 });
    await desk.selectAll.check();
    desks.push({ tab, desk });
  }
  return { words, desks };
}

interface Desk {
  readonly tab: Page;
  readonly desk: DeskPage;
}

/** All at once. */
async function deleteSelected(desks: readonly Desk[]): Promise<void> {
  await Promise.all(desks.map(({ desk }) => desk.deleteSelected.click()));
}

async function expectAllMoved(desks: readonly Desk[]): Promise<void> {
  for (const { tab } of desks) {
    const moved = `${perTab} stories moved to the trash.`;
    await expect(notice(tab)).toContainText(moved, { timeout: 60_000 });
    await expect(new Masthead(tab).account).toContainText(editor.email);
  }
}

/** Nothing lost, nothing doubled. */
function expectEachOnce({ writes }: Tally): void {
  expect(writes.size).toBe(3 * perTab);
  expect(new Set(writes.values())).toEqual(new Set([1]));
}

/** Hands each refresh to `meet`. */
async function atRefresh(context: BrowserContext, meet: (route: Route) => Promise<void>) {
  await context.route(edge, (route) =>
    isRefresh(route.request().headers()) ? meet(route) : route.fallback(),
  );
}

test('three tabs with two hundred requests each share one refresh, and lose and double nothing', async ({
  page,
  paper,
}) => {
  const { desks } = await threeDesks(page, paper);
  const tally = new Tally(page.context());
  await paper.advanceClock(hour + 1);
  await deleteSelected(desks);
  await expectAllMoved(desks);
  expect(tally.unauthorized).toBeGreaterThan(3);
  expect(tally.refreshes).toBe(1);
  expectEachOnce(tally);
});

test('a slow refresh is waited for by all tabs, and what was deleted comes back once', async ({
  page,
  paper,
}) => {
  const { desks } = await threeDesks(page, paper);
  await deleteSelected(desks);
  await expectAllMoved(desks);
  const tally = new Tally(page.context());
  await atRefresh(page.context(), async (route) => {
    await new Promise((resolve) => setTimeout(resolve, 4_000));
    await route.continue();
  });
  await paper.advanceClock(hour + 1);
  await Promise.all(
    desks.map(({ tab }) => notice(tab).getByRole('button', { name: 'Undo' }).click()),
  );
  const back = `${perTab} stories brought back.`;
  for (const { tab } of desks) await expect(notice(tab)).toContainText(back, { timeout: 60_000 });
  expect(tally.refreshes).toBe(1);
  expectEachOnce(tally);
});

test('a refresh that fails signs nobody out, and what was not written can be written again', async ({
  page,
  paper,
}) => {
  const { desks } = await threeDesks(page, paper);
  const tally = new Tally(page.context());
  let failures = 1;
  await atRefresh(page.context(), (route) =>
    failures-- > 0
      ? route.fulfill({ status: 500, json: { __type: 'InternalErrorException' } })
      : route.continue(),
  );
  await paper.advanceClock(hour + 1);
  await deleteSelected(desks);
  for (const { tab, desk } of desks) {
    await expect(notice(tab)).toContainText(/moved to the trash|Nothing was deleted/, {
      timeout: 60_000,
    });
    // Whom the failure has met tries again, with what is still selected, as soon as all is well.
    await expect(new Masthead(tab).reconnectButton).toHaveCount(0);
    await expect(new Masthead(tab).account).toContainText(editor.email);
    if (await desk.deleteSelected.isEnabled()) await desk.deleteSelected.click();
  }
  await expect.poll(() => tally.writes.size, { timeout: 60_000 }).toBe(3 * perTab);
  expectEachOnce(tally);
  expect(tally.refreshes).toBe(2);
});

test('a tab that is closed in the middle of its refresh takes nobody with it', async ({
  page,
  paper,
}) => {
  const { desks } = await threeDesks(page, paper);
  const tally = new Tally(page.context());
  let isClosed = false;
  await atRefresh(page.context(), async (route) => {
    const tab = route.request().frame().page();
    if (isClosed) return route.continue();
    isClosed = true;
    // The user pool has rotated the token, and the answer reaches nobody.
    await route.fetch();
    await tab.close();
  });
  await paper.advanceClock(hour + 1);
  await deleteSelected(desks);
  await expect.poll(() => desks.filter(({ tab }) => tab.isClosed()).length).toBe(1);
  await expectAllMoved(desks.filter(({ tab }) => !tab.isClosed()));
  expect(tally.refreshes).toBe(2);
  expect(new Set(tally.writes.values())).toEqual(new Set([1]));
});

test('six tabs that refresh at the same instant, six times over, all stay signed in', async ({
  page,
  paper,
}) => {
  await signInAs(page, editor);
  const context = page.context();
  const pages = [page];
  while (pages.length < 6) pages.push(await context.newPage());
  const tally = new Tally(context);
  const rounds = 6;
  for (let round = 1; round <= rounds; round++) {
    await Promise.all(pages.map((tab) => tab.goto('/desk')));
    for (const tab of pages) await expect(new DeskPage(tab).count).toContainText('stories');
    // Longer than the grace of rotation as well: nobody may live on an old refresh token.
    await paper.advanceClock(hour + 60);
    const answers = pages.map((tab) => tab.waitForResponse(isTrash));
    await Promise.all(pages.map((tab) => new DeskPage(tab).trashTab.click()));
    await Promise.all(answers);
    expect(tally.refreshes, `after round ${round}`).toBe(round);
  }
  for (const tab of pages) await expect(new Masthead(tab).account).toContainText(editor.email);
});

function isTrash(response: Response): boolean {
  return response.url().includes('/api/trash') && response.ok();
}
