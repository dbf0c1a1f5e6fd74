import type { Page, Request } from '@playwright/test';
import { expect, test } from '../fixtures.ts';
import { Masthead } from '../pages/masthead.ts';
import { notice } from '../pages/notice.ts';
import { PassPage } from '../pages/pass-page.ts';
import { signInAs } from '../pages/sign-in-page.ts';
import type { Paper } from '../paper/paper.ts';
import { editor, reader } from '../paper/people.ts';

/** Every page of a list, with the ETags of those that have one. */
async function listOf(paper: Paper, path: string, token?: string): Promise<string[]> {
  const pages: string[] = [];
  let cursor: string | undefined;
  do {
    const query = cursor === undefined ? '' : `&cursor=${encodeURIComponent(cursor)}`;
    const answer = await fetch(`${paper.edge}/api/${path}?limit=100${query}`, {
      headers: token === undefined ? {} : { Authorization: token },
    });
    expect(answer.status).toBe(200);
    const text = await answer.text();
    pages.push(`${answer.headers.get('etag') ?? ''} ${text}`);
    cursor = (JSON.parse(text) as { nextCursor?: string }).nextCursor;
  } while (cursor !== undefined);
  return pages;
}

/** All that the paper consists of, as the server has it. */
async function everything(paper: Paper): Promise<string[]> {
  const { IdToken } = await paper.cognito.signIn(editor);
  return [...(await listOf(paper, 'news')), ...(await listOf(paper, 'trash', IdToken))];
}

async function openPass(page: Page, person: typeof editor): Promise<PassPage> {
  await signInAs(page, person, '/pass');
  const pass = new PassPage(page);
  await expect(pass.passport).toBeVisible();
  return pass;
}

/** Everything that a request says. */
async function saidBy(request: Request): Promise<string> {
  return JSON.stringify([request.url(), await request.allHeaders(), request.postData()]);
}

for (const { person, who, outcome } of [
  { person: editor, who: 'an editor', outcome: '59 of 59 answered as expected, 1 not sent.' },
  { person: reader, who: 'a reader', outcome: '60 of 60 answered as expected.' },
]) {
  test(`every door answers ${who} as the contract says, and nothing is changed by it`, async ({
    page,
    paper,
  }) => {
    const before = await everything(paper);
    const pass = await openPass(page, person);
    const requests: Request[] = [];
    page.on('request', (request) => requests.push(request));
    await pass.tryAll.click();
    await expect(pass.outcome).toHaveText(`60 of 60 tried. ${outcome}`, { timeout: 60_000 });
    expect(await everything(paper)).toEqual(before);

    const toDoors = requests.filter((request) => /\/(api|services)\//.test(request.url()));
    expect(toDoors.length).toBe(person === editor ? 59 : 60);
    for (const request of toDoors) {
      expect(new URL(request.url()).origin).toBe(paper.url);
      expect((await request.allHeaders())['cookie']).toBeUndefined();
    }
    const forAll = toDoors.filter(
      (request) => request.method() === 'DELETE' && request.url().endsWith('/api/news'),
    );
    for (const request of forAll) expect(request.postData()).toContain('changes nothing');
  });
}

test('on a phone one tap leads to the doors, and what tokens say is folded away', async ({
  page,
}) => {
  await page.setViewportSize({ width: 390, height: 844 });
  const pass = await openPass(page, reader);
  await expect(pass.toDoors).toBeInViewport();
  await expect(pass.passport.getByText('cognito:username')).toBeHidden();
  await pass.toDoors.click();
  await expect(pass.tryAll).toBeInViewport();
  // The keyboard goes on there.
  await page.keyboard.press('Tab');
  await expect(pass.tryAll).toBeFocused();
});

test('what would empty the paper is not sent, and the cell says why', async ({ page }) => {
  const pass = await openPass(page, editor);
  await pass.cell('DELETE /api/news', 'the ID token').click();
  await expect(pass.result('DELETE /api/news', 'the ID token')).toContainText(
    '(“Move all news to the trash, one bounded batch per call”), so it is not sent from here.',
  );
});

test('a refusal comes with its reason and with what was expected', async ({ page }) => {
  const pass = await openPass(page, reader);
  const door = 'GET /api/me';
  for (const [token, reason] of [
    ['the access token', 'wants an ID token; this is an access token'],
    ['a tampered token', 'Invalid signature'],
    ['an expired token', 'The incoming token has expired'],
  ] as const) {
    await pass.cell(door, token).click();
    await expect(pass.result(door, token)).toContainText(reason);
    await expect(pass.result(door, token)).toContainText('401 as expected');
  }
  await pass.cell(door, 'a tampered token').click();
  await page.getByRole('button', { name: /^Try it unsigned/ }).click();
  await expect(pass.result(door, 'a tampered token')).toContainText('alg');
  await expect(pass.result(door, 'a tampered token')).toContainText('401 as expected');
});

test('no token leaves the browser but to the door that somebody tries', async ({
  page,
  context,
  paper,
}) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write'], { origin: paper.url });
  const requests: Request[] = [];
  context.on('request', (request) => requests.push(request));
  const pass = await openPass(page, reader);
  const tokens = [await pass.rawToken(pass.passport), await pass.rawToken(pass.boardingPass)];
  await pass.passport.getByRole('button', { name: 'Copy the ID token' }).click();
  await expect(notice(page)).toContainText('whoever has it is you');
  await pass.boardingPass.getByRole('button', { name: /^Copy as curl/ }).click();
  await expect
    .poll(() => page.evaluate(() => navigator.clipboard.readText()))
    .toContain(`Authorization: Bearer ${tokens[1] ?? ''}`);

  const carriers = async () => {
    const said = await Promise.all(requests.map(saidBy));
    // Without the signature: also what is cut or rewritten would show.
    const marks = tokens.map((token) => token.split('.')[1] ?? '');
    return requests.filter((_, at) => marks.some((mark) => said[at]?.includes(mark)));
  };
  expect(tokens.every((token) => token.split('.').length === 3)).toBe(true);
  // Beside the door at which the page after signing in was asked for, if any, only the user pool knows them.
  for (const request of await carriers()) expect(new URL(request.url()).origin).toBe(paper.edge);
  requests.length = 0;
  await pass.cell('GET /api/me', 'the ID token').click();
  await expect(pass.result('GET /api/me', 'the ID token')).toContainText(reader.email);
  expect((await carriers()).map((request) => request.url())).toEqual([`${paper.url}/api/me`]);
});

test('the command that is copied works in a shell', async ({ page, context, paper }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write'], { origin: paper.url });
  const pass = await openPass(page, reader);
  await pass.passport.getByRole('button', { name: /^Copy as curl/ }).click();
  await expect(notice(page)).toContainText('The command is copied.');
  const command = await page.evaluate(() => navigator.clipboard.readText());
  const [, url, header] = /^curl -i '([^']+)' -H 'Authorization: ([^']+)'$/.exec(command) ?? [];
  const answer = await fetch(url ?? '', { headers: { Authorization: header ?? '' } });
  expect(await answer.json()).toMatchObject({ email: reader.email });
});

test('a refresh shows the tokens it has brought, and says what is new', async ({ page }) => {
  const pass = await openPass(page, reader);
  const before = await pass.rawToken(pass.passport);
  await pass.refreshButton.click();
  await expect(pass.changes).toContainText(/These are new tokens\. Changed in the ID token: .*jti/);
  await expect(pass.changes).toContainText('Your groups are as they were.');
  expect(await pass.rawToken(pass.passport)).not.toBe(before);
});

test('the table of doors is walked with the keyboard', async ({ page }) => {
  const pass = await openPass(page, reader);
  await pass.tryAll.focus();
  await page.keyboard.press('Tab');
  await expect(pass.cell('GET /api/news', 'no token')).toBeFocused();
  await page.keyboard.press('ArrowRight');
  for (let row = 0; row < 7; row++) await page.keyboard.press('ArrowDown');
  const cell = pass.cell('GET /api/me', 'the ID token');
  await expect(cell).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(pass.outcome).toHaveText('GET /api/me with the ID token: 200, as expected');
  await expect(cell).toBeFocused();
});

test('the pass goes away when somebody signs out in another tab', async ({ page, context }) => {
  const pass = await openPass(page, reader);
  const other = await context.newPage();
  await other.goto('/');
  await new Masthead(other).signOutButton.click();
  await expect(notice(other)).toContainText('You are signed out.');
  await expect(pass.passport).toHaveCount(0);
  await expect(pass.boardingPass).toHaveCount(0);
});

test('the countdown is right when the clock of the device is wrong', async ({ page }) => {
  await page.clock.install({ time: Date.now() + 5 * 3_600_000 });
  const pass = await openPass(page, reader);
  await expect(pass.passport.getByRole('timer')).toHaveText(/^\s*(59:\d\d|1:00:00)\s*$/);
  await expect(page.getByText('The clock of this device is 5 hours fast.')).toBeVisible();
});
