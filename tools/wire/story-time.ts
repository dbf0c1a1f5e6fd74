import { feedDate } from './dates/feed-date.ts';
import { cutAtWord, oneLine } from './plain-text.ts';

/** When a story appeared, in milliseconds since the epoch, and what the person should know of its date. */
export interface StoryTime {
  at?: number;
  note?: string;
}

/** The first of an item's dates that can be read. One that cannot is named in the note. */
export function storyTime(dates: readonly string[]): StoryTime {
  const [first] = dates;
  if (first === undefined) return {};
  for (const text of dates) {
    const date = feedDate(text);
    if (date) return { at: date.at, ...noteOn(first, text, date.unknownZone) };
  }
  return { note: `its date ${quoted(first)} cannot be read; it has the time of sending.` };
}

function noteOn(first: string, read: string, zone: string | undefined): { note?: string } {
  if (read !== first) {
    return { note: `its date ${quoted(first)} cannot be read; ${quoted(read)} counts.` };
  }
  if (zone === undefined) return {};
  return {
    note: `its date ${quoted(first)} is read as UTC, since ${quoted(zone)} is no known zone.`,
  };
}

const quoted = (text: string): string => `“${cutAtWord(oneLine(text), 60)}”`;
