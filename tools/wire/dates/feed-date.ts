import { clockIn } from './clock-time.ts';
import { dayIn } from './day.ts';
import { zoneOffset } from './zones.ts';

/** A date of a feed: its instant in milliseconds since the epoch, and the zone that it names and nobody knows. */
export interface FeedDate {
  at: number;
  unknownZone?: string;
}

/** No date has more characters. */
const longest = 120;

/**
 * Reads a date as feeds write it: RFC 822 and its successors, ISO 8601, and what else people and their programs make of them.
 * Without a zone, and in a zone that is not known, it is read as UTC, whatever the zone of this machine. Undefined when it is
 * none, or could be two: 3/4/2026 is another day in America than in Europe.
 */
export function feedDate(text: string): FeedDate | undefined {
  const written = text.normalize('NFKC').replaceAll('\u2212', '-').replace(/\s+/g, ' ').trim();
  if (written.length > longest) return undefined;
  // Seconds or milliseconds since the epoch.
  if (/^(\d{9,10}|\d{13})$/.test(written)) {
    return { at: Number(written) * (written.length === 13 ? 1 : 1000) };
  }
  const { date, time, zone } = partsIn(separated(written));
  const day = dayIn(date);
  if (day === undefined || time === undefined) return undefined;
  const local = day + time;
  if (zone === '') return { at: local };
  const offset = zoneOffset(zone, local);
  return offset === undefined ? { at: local, unknownZone: zone } : { at: local - offset };
}

/** The same with the separators that this module looks for, where ISO 8601 and the languages of East Asia have others or none. */
const separated = (written: string): string =>
  written
    // G.M.T., and a.m.
    .replace(/\b(?:[a-z]\.){2,}/gi, (letters) => letters.replaceAll('.', ''))
    .replace(/(\d+) ?[年년] ?(\d+) ?[月월] ?(\d+) ?[日일]/u, '$1-$2-$3 ')
    .replace(/^(\d{4})(\d{2})(\d{2})(?=t|\d{4}|\d{6}|$| )/i, '$1-$2-$3 ')
    .replace(
      /^(\d{4}-\d{2}-\d{2})[t ]*(\d{2})(\d{2})(\d{2})?(?![\d:])/i,
      (_, day, hour, minute, second = '00') => `${day} ${hour}:${minute}:${second}`,
    )
    .replace(/^(\d{4}-\d{2}-\d{2})t(\d{2})(?![\d:])/i, '$1 $2:00')
    .replace(/(?<=\d)t(?=\d)/i, ' ');

interface Parts {
  date: string;
  /** In milliseconds since midnight; undefined when there is no such time. */
  time: number | undefined;
  zone: string;
}

/** Parts the day from the time and its zone. The year may stand after these, as in C's `asctime`. */
function partsIn(text: string): Parts {
  const comment = /\(([^()]*)\)/.exec(text)?.[1]?.trim() ?? '';
  const bare = text.replace(/\([^()]*\)/g, ' ');
  const clock = clockIn(bare);
  const zone = clock ? zoneIn(clock.after) : zoneOfDay(bare);
  if (!clock) return { date: bare.slice(0, bare.length - zone.length), time: 0, zone: zone.trim() };
  const date = `${clock.before} ${clock.after.replace(zone, ' ')}`;
  return { date, time: clock.time, zone: zone.trim() || comment };
}

const offset = /(?:\b(?:gmt|utc|ut|z) ?)?(?<!\d)[+-] ?\d{1,2}(?::?\d{2})?(?![\d:])/i;

/** The zone after a time: an offset, or a name that is known, or else what stands where a zone does. */
function zoneIn(after: string): string {
  const numeric = offset.exec(after)?.[0];
  if (numeric !== undefined) return numeric;
  const known = (after.match(/\p{L}[\p{L}/_]*/gu) ?? []).find(
    (word) => zoneOffset(word, 0) !== undefined,
  );
  return known ?? /^[^\p{L}\d]*(\p{L}\D*?)[^\p{L}\d]*(?:\d{4})?$/u.exec(after)?.[1] ?? '';
}

/** The zone of a day without a time, at its end: `2026-11-20Z`, `2026-11-20+01:00`, `20 Nov 2026 GMT`. */
function zoneOfDay(text: string): string {
  const zone = /(?<=\d)(?: ?[a-z]{1,5}|[+-]\d{2}:\d{2}) *$/i.exec(text)?.[0] ?? '';
  return zoneOffset(zone.trim(), 0) === undefined ? '' : zone;
}
