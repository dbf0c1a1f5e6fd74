import { badRequest } from './problem.ts';

/** How far ahead of ours a publisher's clock may be, in milliseconds: 5 minutes. */
const tolerance = 5 * 60 * 1000;
const earliest = Date.parse('1900-01-01T00:00:00Z');

/** RFC 3339 section 5.6: a date, a time, and the offset from UTC. */
const dateTime =
  /^(\d{4})-(\d{2})-(\d{2})T([01]\d|2[0-3]):[0-5]\d:[0-5]\d(\.\d{1,9})?(Z|[+-]([01]\d|2[0-3]):[0-5]\d)$/i;

/**
 * A time of the past, as ISO 8601 in UTC with milliseconds; throws 400 naming the field for anything else.
 * `now` is in milliseconds since the epoch.
 */
export function pastTimeIn(field: string, value: unknown, now: number): string {
  const parts = typeof value === 'string' ? dateTime.exec(value) : null;
  const time = parts && isInCalendar(parts) ? Date.parse(parts[0]) : NaN;
  if (Number.isNaN(time)) {
    throw badRequest(
      `${field} must be a time with its offset from UTC, such as 2026-11-20T06:30:00Z.`,
      field,
    );
  }
  if (time < earliest) throw badRequest(`${field} must not be before the year 1900.`, field);
  if (time > now + tolerance) throw badRequest(`${field} must not be in the future.`, field);
  return new Date(time).toISOString();
}

/** Refuses 30 February, which JavaScript takes for a day in March. */
function isInCalendar([, year, month, day]: readonly string[]): boolean {
  const [monthNumber, dayNumber] = [Number(month), Number(day)];
  if (monthNumber < 1 || monthNumber > 12 || dayNumber < 1) return false;
  return dayNumber <= new Date(Date.UTC(Number(year), monthNumber, 0)).getUTCDate();
}
