import { expect, test } from '../fixtures.ts';
import { FrontPage, storiesAtFirst, storiesPerStep } from '../pages/front-page.ts';
import { Masthead } from '../pages/masthead.ts';

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

test('gives each story a section, a headline, a summary, a byline and a time in UTC', async ({
  page,
}) => {
  await page.goto('/');
  const story = new FrontPage(page).stories.first();
  await expect(story.getByRole('heading', { level: 2 })).not.toBeEmpty();
  await expect(story).toContainText(/World|City|Business|Science|Culture|Sport/);
  const time = story.locator('time');
  const [, hour, minute] = /T(\d\d):(\d\d)/.exec((await time.getAttribute('datetime')) ?? '') ?? [];
  await expect(time).toContainText(`${hour ?? '?'}:${minute ?? '?'}`);
  await expect(story.getByText(/\S+ · /)).toBeVisible();
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
