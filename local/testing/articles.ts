import { randomUUID } from 'node:crypto';
import type { Article } from '../../backend/news/article.ts';

/** An article for tests, published at a time given in milliseconds since the epoch. */
export function articleAt(time: number, content: Partial<Article> = {}): Article {
  const publishedAt = new Date(time).toISOString();
  return {
    id: randomUUID(),
    headline: 'Night ferry returns to the harbour',
    summary: 'The first sailing leaves on Friday.',
    section: 'City',
    byline: 'Our harbour correspondent',
    publishedAt,
    updatedAt: publishedAt,
    version: 1,
    body: 'Every cabin is sold.',
    ...content,
  };
}

/** As many articles as asked for, `spacing` milliseconds apart, the newest first. */
export function articlesUpTo(newest: number, count: number, spacing: number): Article[] {
  return Array.from({ length: count }, (_, age) =>
    articleAt(newest - age * spacing, { headline: `Story ${String(age)}` }),
  );
}
