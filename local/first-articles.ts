import { openArticles } from '../backend/dynamodb/open-articles.ts';
import { seedArticles } from './seed/articles.ts';
import { isSeeded, markSeeded } from './state-folder.ts';

/**
 * Fills an empty table with the paper's first articles, dated by `now` in milliseconds since the epoch. Once per state
 * folder: a paper that an editor has emptied stays empty.
 */
export async function publishFirstArticles(folder: string, now: number): Promise<void> {
  if (await isSeeded(folder)) return;
  const articles = openArticles();
  const { items } = await articles.listNews({ limit: 1 });
  if (items.length === 0) await articles.publish(await seedArticles(now));
  await markSeeded(folder);
}
