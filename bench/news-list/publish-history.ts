/**
 * Fills a state folder with a paper's history: `node publish-history.ts <folder> <articles>`. A process
 * of its own, because there is one stand-in per process, and because what is measured afterwards
 * must not have been warmed up by this.
 */
import { randomUUID } from 'node:crypto';
import { argv } from 'node:process';
import { openArticles } from '../../backend/dynamodb/open-articles.ts';
import type { Article } from '../../backend/news/article.ts';
import { seedArticles } from '../../local/seed/articles.ts';
import { startStandIn } from '../../local/stand-in.ts';

/** In milliseconds, between one article and the next: 100,000 of them fill six months. */
const spacing = 156_000;
const articlesAtOnce = 5_000;

const [folder = '', count = ''] = argv.slice(2);
const standIn = await startStandIn({ folder, port: 0, articles: 'none' });
const now = Date.now();
const stories = await seedArticles(now);
for (let age = 0; age < Number(count); age += articlesAtOnce) {
  const ages = Math.min(articlesAtOnce, Number(count) - age);
  await openArticles().publish(
    Array.from({ length: ages }, (_, index) => articleAged(age + index)),
  );
}
await standIn.close();

/**
 * Papers of any size are the newest part of the same history. So the first page is the same in
 * all of them, in length and in how many months it reaches over.
 */
function articleAged(age: number): Article {
  const story = stories[age % stories.length];
  if (!story) throw new Error('There are no stories to publish.');
  const publishedAt = new Date(now - (age + 1) * spacing).toISOString();
  return { ...story, id: randomUUID(), publishedAt, updatedAt: publishedAt };
}
