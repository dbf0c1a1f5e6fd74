import { createHash } from 'node:crypto';
import type { components } from '../../contract/generated/news-types.ts';
import type { Feed, FeedItem, FeedText } from './feed.ts';
import { cutAtWord, oneLine, plainLine, plainText } from './plain-text.ts';
import { sectionFor } from './section.ts';

/** What is sent to the paper; it always has a source id. */
export type Story = components['schemas']['NewArticle'] & { sourceId: string };

/** An item of the feed: a story, or the reason why it is none. `label` is for people. */
export type Reading = { label: string; story: Story } | { label: string; skipped: string };

/** The limits of `NewArticle` in contract/news.yaml, in code points. */
const longest = { headline: 160, summary: 500, byline: 120, body: 100_000, sourceId: 1000 };
/** What the paper allows, in milliseconds: it refuses what is further ahead than five minutes. */
const tolerance = 4 * 60 * 1000;
const earliest = Date.parse('1900-01-01T00:00:00Z');

/** Reads the items of a feed, in its order. `now` is in milliseconds since the epoch. */
export function readStories(feed: Feed, now: number): Reading[] {
  const seen = new Set<string>();
  return feed.items.map((item, index) => {
    const reading = readStory(feed, item, index, now);
    if ('skipped' in reading) return reading;
    const { label, story } = reading;
    if (seen.has(story.sourceId)) {
      return { label, skipped: 'an item before it has the same id.' };
    }
    seen.add(story.sourceId);
    return reading;
  });
}

function readStory(feed: Feed, item: FeedItem, index: number, now: number): Reading {
  const position = `item ${index + 1}`;
  const headline = lineFrom(item.title);
  if (headline === '') return { label: position, skipped: 'it has no title.' };
  const label = `${position}, “${cutAtWord(headline, 60)}”`;
  const skip = (skipped: string): Reading => ({ label, skipped });
  const text = textFrom(item.content);
  const body = text || textFrom(item.summary);
  if (body === '') return skip('it has no text.');
  // Without a whole text the short one is the story, and its first paragraph sums it up.
  const summary = (text && lineFrom(item.summary)) || oneLine(body.split('\n\n')[0] ?? '');
  if (item.id === undefined) return skip('it has no id and no link to know it by again.');
  const time = item.published === undefined ? NaN : Date.parse(item.published);
  if (time > now + tolerance) return skip('its time is in the future; it can be sent then.');
  if (time < earliest) return skip('its time is before the year 1900.');
  return {
    label,
    story: { ...contentFrom(feed, item, { headline, summary, body }), ...timeFrom(time) },
  };
}

type Texts = Pick<Story, 'headline' | 'summary' | 'body'>;

function contentFrom(feed: Feed, item: FeedItem, texts: Texts): Story {
  return {
    headline: cutAtWord(texts.headline, longest.headline),
    summary: cutAtWord(texts.summary, longest.summary),
    section: sectionFor(item.categories),
    byline: cutAtWord(bylineFrom(item.author) || oneLine(feed.title) || 'Wire', longest.byline),
    body: cutAtWord(texts.body, longest.body),
    sourceId: sourceIdFor(feed, item.id ?? ''),
  };
}

/** Without a readable time the paper takes the time of the call. */
const timeFrom = (time: number): { publishedAt?: string } =>
  Number.isNaN(time) ? {} : { publishedAt: new Date(time).toISOString() };

const textFrom = (text: FeedText | undefined): string => (text ? plainText(text) : '');
const lineFrom = (text: FeedText | undefined): string => (text ? plainLine(text) : '');

/** An e-mail address is nobody's byline, and nobody's business. */
function bylineFrom(author = ''): string {
  const line = plainLine({ text: author, kind: 'html' });
  return line.includes('@') ? '' : line;
}

/** An id that is an address is one of its kind in the world; any other is so within its feed only. */
function sourceIdFor(feed: Feed, id: string): string {
  const name = /^[a-z][a-z\d+.-]*:/i.test(id) ? id : `${feed.name}#${id}`;
  // One line as `oneLine` leaves it is a text that the paper takes.
  const isFit = name.length <= longest.sourceId && name === oneLine(name) && name.isWellFormed();
  return isFit ? name : `sha256:${createHash('sha256').update(name).digest('hex')}`;
}
