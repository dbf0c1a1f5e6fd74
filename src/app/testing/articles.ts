import type { Article, ArticleSummary } from '../news/article';

let count = 0;

/** A summary with an id of its own; each is a minute older than the one built before. */
function anArticleSummary(change: Partial<ArticleSummary>): ArticleSummary {
  count++;
  const publishedAt = new Date(Date.UTC(2026, 10, 20, 12) - count * 60_000).toISOString();
  return {
    id: `00000000-0000-4000-8000-${String(count).padStart(12, '0')}`,
    headline: `Headline ${count}`,
    summary: `Summary ${count}`,
    section: 'City',
    byline: 'Our harbour correspondent',
    publishedAt,
    updatedAt: publishedAt,
    version: 1,
    ...change,
  };
}

export function anArticle(change: Partial<Article> = {}): Article {
  return { ...anArticleSummary({}), body: 'First paragraph.\n\nSecond paragraph.', ...change };
}
