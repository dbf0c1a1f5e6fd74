import { createHash } from 'node:crypto';
import type { Article } from '../../backend/news/article.ts';
import type { SeedArticle } from './seed-article.ts';

const minute = 60_000;

/** The invented stories, as published relative to `now` (milliseconds since the epoch). */
export async function seedArticles(now: number): Promise<Article[]> {
  const [business, city, culture, science, sport, world] = await Promise.all([
    import('./articles/business.ts'),
    import('./articles/city.ts'),
    import('./articles/culture.ts'),
    import('./articles/science.ts'),
    import('./articles/sport.ts'),
    import('./articles/world.ts'),
  ]);
  return [
    ...business.businessArticles,
    ...city.cityArticles,
    ...culture.cultureArticles,
    ...science.scienceArticles,
    ...sport.sportArticles,
    ...world.worldArticles,
  ].map((story) => published(story, now));
}

/** The id follows from the headline, so that a seed that was interrupted can be repeated. */
function published(story: SeedArticle, now: number): Article {
  const { minutesAgo, ...content } = story;
  const publishedAt = new Date(now - minutesAgo * minute).toISOString();
  return { ...content, id: idOf(story.headline), publishedAt, updatedAt: publishedAt, version: 1 };
}

/** A UUID made of a hash (RFC 9562 section 5.8). */
function idOf(name: string): string {
  const hex = createHash('sha256').update(name).digest('hex');
  const parts = [hex.slice(0, 8), hex.slice(8, 12), `8${hex.slice(13, 16)}`];
  return [...parts, `8${hex.slice(17, 20)}`, hex.slice(20, 32)].join('-');
}
