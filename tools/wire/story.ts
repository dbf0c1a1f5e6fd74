import type { components } from '../../contract/generated/news-types.ts';
import type { Feed, FeedItem, FeedText } from './feed.ts';
import { cutAtWord, oneLine, plainLine, plainText } from './plain-text.ts';
import { sectionFor } from './section.ts';
import { formerSourceIdFor, sourceIdFor } from './source-id.ts';
import { storyTime } from './story-time.ts';

/** What is sent to the paper; it always has a source id. */
export type Story = components['schemas']['NewArticle'] & { sourceId: string };

/** A story of the feed. `label` and `note` are for people; `formerSourceId` is another that it may have been sent with. */
export interface StoryReading {
  label: string;
  story: Story;
  note?: string;
  formerSourceId?: string;
}

/** An item of the feed: a story, or the reason why it is none. */
export type Reading = StoryReading | { label: string; skipped: string };

/** The limits of `NewArticle` in contract/news.yaml, in code points. */
const longest = { headline: 160, summary: 500, byline: 120, body: 100_000 };
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
  const { at, note } = storyTime(item.dates);
  if (at !== undefined && at > now + tolerance) {
    return skip('its time is in the future; it can be sent then.');
  }
  if (at !== undefined && at < earliest) return skip('its time is before the year 1900.');
  const sourceId = sourceIdFor(feed.name, item.id);
  const formerSourceId = formerSourceIdFor(feed.name, item.id);
  return {
    label,
    story: {
      ...contentFrom(feed, item, { headline, summary, body }),
      sourceId,
      // Without a time the paper takes that of the call.
      ...(at !== undefined && { publishedAt: new Date(at).toISOString() }),
    },
    ...(note !== undefined && { note }),
    ...(formerSourceId !== sourceId && { formerSourceId }),
  };
}

type Texts = Pick<Story, 'headline' | 'summary' | 'body'>;

function contentFrom(feed: Feed, item: FeedItem, texts: Texts): Omit<Story, 'sourceId'> {
  return {
    headline: cutAtWord(texts.headline, longest.headline),
    summary: cutAtWord(texts.summary, longest.summary),
    section: sectionFor(item.categories),
    byline: cutAtWord(bylineFrom(item.author) || oneLine(feed.title) || 'Wire', longest.byline),
    body: cutAtWord(texts.body, longest.body),
  };
}

const textFrom = (text: FeedText | undefined): string => (text ? plainText(text) : '');
const lineFrom = (text: FeedText | undefined): string => (text ? plainLine(text) : '');

/** An e-mail address is nobody's byline, and nobody's business. */
function bylineFrom(author = ''): string {
  const line = plainLine({ text: author, kind: 'html' });
  return line.includes('@') ? '' : line;
}
