import type { components } from '../../contract/generated/news-types.ts';

/** An invented story; its time is relative, so that the paper is always today's. */
export interface SeedArticle {
  headline: string;
  summary: string;
  section: components['schemas']['Section'];
  byline: string;
  /** How many minutes before the moment of seeding it was published. */
  minutesAgo: number;
  /** Plain text; a blank line separates paragraphs. */
  body: string;
}
