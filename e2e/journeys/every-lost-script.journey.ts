import { readdir } from 'node:fs/promises';
import type { Page, Route } from '@playwright/test';
import { expect, test } from '../fixtures.ts';
import { FrontPage } from '../pages/front-page.ts';
import { Masthead } from '../pages/masthead.ts';
import { SignInPage, signInAs } from '../pages/sign-in-page.ts';
import { type Person, editor, reader } from '../paper/people.ts';

test.beforeEach(({ watch }) => {
  watch.expectInConsole(/Failed to (load resource|fetch dynamically imported module)|TypeError/);
});

/** Each of these happens to one script once. */
const losses: Readonly<Record<string, (route: Route) => Promise<void>>> = {
  reset: (route) => route.abort('connectionreset'),
  '503': (route) => route.fulfill({ status: 503 }),
};

interface Visit {
  readonly address: string;
  /** Shows that the page is there. */
  readonly heading: string | RegExp;
  /** Who is to be in the masthead. */
  readonly person?: Person;
}

const forAnybody: readonly Visit[] = [
  { address: '/', heading: /./ },
  { address: '/sign-in', heading: 'Sign in' },
  { address: '/sign-in/code', heading: 'Sign in with an e-mailed code' },
  { address: '/sign-in/passkey', heading: 'Sign in with a passkey' },
  { address: '/confirm?email=a@b.test', heading: 'Confirm your e-mail address' },
  { address: '/editors-only', heading: 'The desk is for editors' },
  { address: '/no/such/page', heading: 'This page is not in the paper' },
];

const forEditors: readonly Visit[] = [
  { address: '/', heading: /./ },
  { address: '/desk', heading: 'The desk' },
  { address: '/desk/trash', heading: 'The desk' },
  { address: '/account', heading: 'Your account' },
  { address: '/pass', heading: 'Your pass' },
];

/** The story is the same for everybody; only who is signed in may read it. */
const walks: Readonly<Record<string, (page: Page, story: string) => Promise<readonly Visit[]>>> = {
  'of whoever reads': (_page, story) =>
    Promise.resolve([...forAnybody, { address: story, heading: 'Sign in' }]),
  'of an editor': async (page, story) => {
    await signInAs(page, editor);
    const all = [...forEditors, { address: story, heading: /./ }];
    return all.map((visit) => ({ ...visit, person: editor }));
  },
  // The tokens of such a session are asked of Amplify at each start.
  'in a session of this tab': async (page) => {
    const signIn = await new SignInPage(page).open();
    await page.getByLabel('Keep me signed in on this device').uncheck();
    await signIn.signIn(reader);
    await page.waitForURL('/');
    return [{ address: '/', heading: /./, person: reader }];
  },
};

for (const [whose, begin] of Object.entries(walks)) {
  test(`every page ${whose} opens by itself although any one of its scripts got lost once`, async ({
    page,
  }) => {
    for (const visit of await begin(page, await firstStory(page))) await loseEach(page, visit);
  });
}

test('these pages ask for every script of the build', async ({ page }) => {
  const missing = new Set(
    (await readdir('dist/presspass/browser')).filter((name) => name.endsWith('.js')),
  );
  for (const name of await scriptsOfFirstLoad(page)) missing.delete(name);
  const story = await firstStory(page);
  for (const begin of Object.values(walks)) {
    for (const visit of await begin(page, story)) {
      for (const name of await scriptsBeside(page, visit)) missing.delete(name);
    }
    await page.evaluate(() => {
      localStorage.clear();
    });
  }
  expect([...missing]).toEqual([]);
});

async function firstStory(page: Page): Promise<string> {
  await page.goto('/');
  return (await new FrontPage(page).headlines.first().getAttribute('href')) ?? '';
}

/** Opens a page as often as it has scripts that can get lost, and ways to lose them. */
async function loseEach(page: Page, visit: Visit): Promise<void> {
  for (const script of await scriptsBeside(page, visit)) {
    for (const [what, lose] of Object.entries(losses)) {
      await test.step(`${visit.address} without ${script}: ${what}`, async () => {
        let isLost = false;
        await page.route(`**/${script}`, (route) => {
          if (isLost) return route.fallback();
          isLost = true;
          return lose(route);
        });
        await open(page, visit);
        expect(isLost).toBe(true);
        await page.unroute(`**/${script}`);
      });
    }
  }
}

/** Those that a page asks for beside the first load. */
async function scriptsBeside(page: Page, visit: Visit): Promise<readonly string[]> {
  const first = await scriptsOfFirstLoad(page);
  const asked = new Set<string>();
  const note = (request: { url(): string }): void => {
    const name = new URL(request.url()).pathname.slice(1);
    if (name.endsWith('.js') && !first.includes(name)) asked.add(name);
  };
  page.on('request', note);
  await open(page, visit);
  await page.waitForLoadState('networkidle');
  page.off('request', note);
  return [...asked];
}

async function scriptsOfFirstLoad(page: Page): Promise<readonly string[]> {
  const document = await (await page.request.get('/')).text();
  return [...document.matchAll(/[\w-]+\.js/g)].map(([name]) => name);
}

async function open(page: Page, { address, heading, person }: Visit): Promise<void> {
  await page.goto(address);
  const main = page.getByRole('main');
  await expect(main.getByRole('heading', { name: heading }).first()).toBeVisible();
  const { account } = new Masthead(page);
  if (!person) return;
  await expect(account).toContainText(person.email);
  await expect(account.getByText('Sign-in cannot be reached.')).toHaveCount(0);
}
