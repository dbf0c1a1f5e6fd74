import { feedText } from '../feed-text.ts';
import { feedIn } from '../feed.ts';
import { readStories } from '../story.ts';
import type { Reading, StoryReading } from '../story.ts';

/** Later than whatever the feeds of the tests hold. */
const now = Date.parse('2026-12-31T00:00:00Z');

/** A feed as it came, read as the wire reads it; `charset` is what HTTP says. Tests only. */
export function readingsOf(feed: Buffer | string, charset?: string): Reading[] {
  const bytes = Buffer.from(feed);
  const text = feedText('feed', charset === undefined ? { bytes } : { bytes, charset });
  return readStories(feedIn('feed', text), now);
}

/** The only story of such a feed. */
export function onlyStoryOf(feed: Buffer | string, charset?: string): StoryReading {
  const [reading, ...more] = readingsOf(feed, charset);
  if (!reading || !('story' in reading) || more.length > 0) {
    throw new Error(JSON.stringify([reading, ...more]));
  }
  return reading;
}
