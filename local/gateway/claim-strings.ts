/** Claims that a REST API passes on as a date in words instead of seconds. */
const dates = ['exp', 'iat'];

/**
 * A token's claims as a REST API hands them to a function: every value a string, groups joined by
 * commas, `exp` and `iat` written out. That is how captured events look; AWS documents only that the
 * values are strings.
 */
export function claimStrings(payload: object): Record<string, string> {
  return Object.fromEntries(
    Object.entries(payload).map(([name, value]: [string, unknown]) => [name, text(name, value)]),
  );
}

function text(name: string, value: unknown): string {
  if (dates.includes(name) && typeof value === 'number') return dateInWords(value);
  if (typeof value === 'string') return value;
  if (Array.isArray(value)) return value.map(String).join(',');
  return JSON.stringify(value);
}

/** `Fri Nov 20 21:58:00 UTC 2026`, from seconds since the epoch. */
function dateInWords(seconds: number): string {
  const [weekday = '', day, month, year, time] = new Date(seconds * 1000).toUTCString().split(' ');
  return [weekday.slice(0, 3), month, day, time, 'UTC', year].join(' ');
}
