const clock =
  /(?<![\d:.+-])(\d{1,2})[:h](\d{1,2})(?!\d)(?::(\d{1,2}(?:[.,]\d+)?))?(?: ?([ap])\.? ?m\b\.?)?(?: ?(?:uhr|hrs?|h)\b\.?)?/i;

/** A time of day, in milliseconds since midnight, and what stands before and after it; `time` is undefined for 25:00. */
export interface ClockTime {
  before: string;
  time: number | undefined;
  after: string;
}

/** Finds the first time of day in a date: `10:00`, `10:00:59.5`, `10h30`, `10:00 PM`. */
export function clockIn(text: string): ClockTime | undefined {
  const found = clock.exec(text);
  if (!found) return undefined;
  const [all, hour = '', minute = '', second = '0', half] = found;
  return {
    before: text.slice(0, found.index),
    time: millisecondsOf(
      hourOfDay(Number(hour), half),
      Number(minute),
      Number(second.replace(',', '.')),
    ),
    after: text.slice(found.index + all.length),
  };
}

function hourOfDay(hour: number, half: string | undefined): number {
  // "13:00 PM" is written too.
  if (half === undefined || hour > 12) return hour;
  return (hour % 12) + (half.toLowerCase() === 'p' ? 12 : 0);
}

/** The 60th second is a leap second, the 24th hour the end of the day (ISO 8601). */
function millisecondsOf(hour: number, minute: number, second: number): number | undefined {
  const time = (hour * 60 + minute) * 60_000 + Math.trunc(second * 1000);
  return minute < 60 && second < 61 && (hour < 24 || time === 86_400_000) ? time : undefined;
}
