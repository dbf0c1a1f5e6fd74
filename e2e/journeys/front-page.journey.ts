import { expect, test } from '../fixtures.ts';
import { FrontPage, storiesAtFirst, storiesPerStep } from '../pages/front-page.ts';
import { Masthead } from '../pages/masthead.ts';
import { signInAs } from '../pages/sign-in-page.ts';
import { newPerson, reader } from '../paper/people.ts';

test('shows everybody the news, newest first, and more of it until the paper ends', async ({
  page,
}) => {
  const front = new FrontPage(page);
  await page.goto('/');
  await expect(front.stories).toHaveCount(storiesAtFirst);
  await front.more.click();
  await expect(front.stories).toHaveCount(storiesAtFirst + storiesPerStep);
  await front.more.click();
  await expect(front.stories).toHaveCount(60);
  await expect(front.end).toBeVisible();
  await expect(front.more).toBeHidden();

  const times = await front.stories
    .locator('time')
    .evaluateAll((elements) => elements.map((element) => element.getAttribute('datetime') ?? ''));
  expect(times).toHaveLength(60);
  expect(times).toEqual([...times].sort().reverse());
});

test('gives each story a section, a headline, a summary and a byline', async ({ page }) => {
  await page.goto('/');
  const story = new FrontPage(page).stories.first();
  await expect(story.getByRole('heading', { level: 2 })).not.toBeEmpty();
  await expect(story).toContainText(/World|City|Business|Science|Culture|Sport/);
  await expect(story.getByText(/\S+, \d+ /)).toBeVisible();
});

for (const { timezoneId, minutesAhead, today, foot } of [
  {
    timezoneId: 'Asia/Kolkata',
    minutesAhead: 330,
    today: 'Saturday, 21',
    foot: 'zone, India Standard Time.',
  },
  {
    timezoneId: 'America/New_York',
    minutesAhead: -300,
    today: 'Friday, 20',
    foot: 'zone, Eastern Time.',
  },
  { timezoneId: 'UTC', minutesAhead: 0, today: 'Friday, 20', foot: 'All times are UTC.' },
])
  test.describe(`for a reader in ${timezoneId}`, () => {
    test.use({ timezoneId });

    test('times and the day are the reader’s own, and the foot says so', async ({
      page,
      paper,
    }) => {
      await page.route(`${paper.url}/api/news?*`, async (route) => {
        const answer = await route.fetch();
        const text = await answer.text();
        await route.fulfill({
          response: answer,
          body: text.replace(/"publishedAt":"[^"]+"/g, '"publishedAt":"2026-11-20T18:45:00.000Z"'),
        });
      });
      await page.clock.setFixedTime('2026-11-20T19:30:00Z');
      await page.goto('/');
      const time = new FrontPage(page).stories.first().locator('time');
      await expect(time).toHaveAttribute('datetime', '2026-11-20T18:45:00.000Z');
      const there = new Date(Date.UTC(2026, 10, 20, 18, 45) + minutesAhead * 60_000);
      const clock = there.toISOString().slice(11, 16);
      await expect(time).toHaveText(`${there.getUTCDate()} November at ${clock}`);
      await expect(page.getByRole('banner')).toContainText(`${today} November 2026`);
      await expect(page.getByRole('contentinfo')).toContainText(foot);
    });
  });

test('is as it was left when somebody comes back from a story', async ({ page }) => {
  await signInAs(page, reader);
  const front = new FrontPage(page);
  await front.more.click();
  await expect(front.stories).toHaveCount(storiesAtFirst + storiesPerStep);
  const story = front.headlines.nth(35);
  await story.click();
  await expect(page.locator('.article-body')).toBeVisible();
  await expect.poll(() => page.evaluate(() => window.scrollY)).toBe(0);
  await page.goBack();
  await expect(front.stories).toHaveCount(storiesAtFirst + storiesPerStep);
  await expect(story).toBeInViewport();
});

test('runs no script and takes no style but the paper’s own', async ({ page, watch }) => {
  const said: string[] = [];
  page.on('console', (message) => said.push(message.text()));
  await page.goto('/');
  await expect(new FrontPage(page).stories).toHaveCount(storiesAtFirst);
  expect(said).toEqual([]);
  watch.expectInConsole(/Policy violation|Content Security Policy|TrustedHTML/);
  const outcome = await page.evaluate(() => {
    const style = document.createElement('style');
    style.textContent = 'body { display: none }';
    document.head.append(style);
    try {
      document.body.insertAdjacentHTML('beforeend', '<img src=x onerror="document.title = 1">');
      return 'markup was taken';
    } catch {
      return 'markup was refused';
    }
  });
  expect(outcome).toBe('markup was refused');
  await expect(page.getByRole('main')).toBeVisible();
  await expect.poll(() => said.join()).toContain('Policy violation: style-src');
});

test('fetches nothing of the sign-in for somebody who only reads', async ({ page }) => {
  const texts: Promise<string>[] = [];
  page.on('response', (response) => {
    if (response.request().resourceType() === 'script') texts.push(response.text());
  });
  const front = new FrontPage(page);
  await page.goto('/');
  await front.more.click();
  await expect(front.stories).toHaveCount(storiesAtFirst + storiesPerStep);
  await expect(new Masthead(page).signInLink).toBeVisible();
  const scripts = await Promise.all(texts);
  expect(scripts.length).toBeGreaterThan(0);
  expect(scripts.filter((text) => /aws-amplify|InitiateAuth|CognitoUser/.test(text))).toEqual([]);
});

test('ends an address that is too long for a phone in an ellipsis, and has all of it', async ({
  page,
  paper,
}) => {
  const email = `${'a-very-long-name'.repeat(3)}@${'a-long-domain.'.repeat(3)}example.com`;
  const person = { ...newPerson(), email };
  await paper.cognito.signUp(person);
  await paper.cognito.confirm(person, await paper.mailbox.latestCode(email));
  await page.setViewportSize({ width: 390, height: 844 });
  await signInAs(page, person);
  const { accountLink, signOutButton } = new Masthead(page);
  await expect(accountLink).toHaveAccessibleName(`Your account, ${email}`);
  await expect(accountLink).toHaveAttribute('title', email);
  const words = accountLink.getByText(email);
  expect(await words.evaluate((it) => it.scrollWidth > it.clientWidth)).toBe(true);
  await expect(words).toHaveCSS('text-overflow', 'ellipsis');
  // The items of a flex container get none.
  await expect(words).toHaveCSS('display', 'block');
  await expect(signOutButton).toBeInViewport({ ratio: 1 });
});
