import { monthNamed } from './months.ts';

/**
 * The day in a text without its time, as its beginning in UTC in milliseconds; undefined when there is none, or no such day, or
 * two that it could be. A weekday is not looked at: where it contradicts the date, the date counts (RFC 5322 section 3.3 has both).
 */
export function dayIn(text: string): number | undefined {
  const found = numeric(text) ?? named(text) ?? shortened(text);
  return found && beginningOf(found);
}

interface Day {
  year: string;
  month: number;
  day: number;
}

function numeric(text: string): Day | undefined {
  const [, year = '', month, day] =
    /^\D*(\d{4}) ?[-/.] ?(\d{1,2}) ?[-/.] ?(\d{1,2})\D*$/.exec(text) ?? [];
  if (day !== undefined) return { year, month: Number(month), day: Number(day) };
  const dotted = /^\D*(\d{1,2})\. ?(\d{1,2})\. ?(\d{4}|\d{2})\D*$/.exec(text);
  if (dotted) return { year: dotted[3] ?? '', month: Number(dotted[2]), day: Number(dotted[1]) };
  const either = /^\D*(\d{1,2})([-/])(\d{1,2})\2(\d{4})\D*$/.exec(text);
  return either ? unlessTwoDays(Number(either[1]), Number(either[3]), either[4] ?? '') : undefined;
}

/** 20/11 and 11/20 can be one day only, 3/4 is another in America than in Europe. */
function unlessTwoDays(first: number, second: number, year: string): Day | undefined {
  if (first > 12 || first === second) return { year, month: second, day: first };
  if (second > 12) return { year, month: first, day: second };
  return undefined;
}

/** `20 Nov 2026`, `20-Nov-26`, `November 20th, 2026`, `2026 Nov 20`, `20 de noviembre de 2026`. */
function named(text: string): Day | undefined {
  const [, before = '', first = '', between = '', second = ''] =
    /^(\D*)(\d{1,4})(\D+)(\d{1,4})\D*$/.exec(text) ?? [];
  const inBetween = monthsIn(between);
  const [month, ...more] = inBetween.length > 0 ? inBetween : monthsIn(before).slice(-1);
  if (month === undefined || more.length > 0) return undefined;
  const isYearFirst = first.length === 4 && inBetween.length > 0;
  const [year, day] = isYearFirst ? [first, second] : [second, first];
  const isWhole = inBetween.length > 0 ? year.length >= 2 : year.length === 4;
  return day.length <= 2 && isWhole ? { year, month, day: Number(day) } : undefined;
}

const monthsIn = (text: string): number[] =>
  (text.match(/\p{L}+/gu) ?? []).map(monthNamed).filter((month) => month !== undefined);

/** `2026-11` and `2026` (https://www.w3.org/TR/NOTE-datetime). */
function shortened(text: string): Day | undefined {
  const [, year, month = '1'] = /^(\d{4})(?:-(\d{2}))? *$/.exec(text) ?? [];
  return year === undefined ? undefined : { year, month: Number(month), day: 1 };
}

/** Two and three digits of a year as RFC 5322 section 4.3 has them. */
function beginningOf({ year: digits, month, day }: Day): number | undefined {
  const written = Number(digits);
  const century = digits.length >= 4 ? 0 : digits.length === 2 && written < 50 ? 2000 : 1900;
  // Not Date.UTC, for which the year 1 is 1901.
  const date = new Date(0);
  date.setUTCFullYear(century + written, month - 1, day);
  return date.getUTCMonth() === month - 1 && date.getUTCDate() === day ? date.getTime() : undefined;
}
