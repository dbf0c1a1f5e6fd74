const utc = { timeZone: 'UTC' } as const;
const minutes = { hour: '2-digit', minute: '2-digit' } as const;
const day = { day: 'numeric', month: 'long' } as const;

const dayFormat = new Intl.DateTimeFormat('en-GB', {
  ...utc,
  ...day,
  weekday: 'long',
  year: 'numeric',
});
const timeFormat = new Intl.DateTimeFormat('en-GB', { ...utc, ...day, ...minutes });
const timeOfYearFormat = new Intl.DateTimeFormat('en-GB', {
  ...utc,
  ...day,
  ...minutes,
  year: 'numeric',
});
const exactTimeFormat = new Intl.DateTimeFormat('en-GB', {
  ...utc,
  ...day,
  ...minutes,
  year: 'numeric',
  second: '2-digit',
  timeZoneName: 'short',
});

/** A moment, as a `Date` or in milliseconds since 1970. All words are in UTC, for every reader. */
type Moment = Date | number;

/** "Friday, 20 November 2026". */
export const dayInWords = (moment: Moment): string => dayFormat.format(moment);

/** "20 November at 06:30". */
export const timeInWords = (moment: Moment): string => timeFormat.format(moment);

/** "20 November 2026 at 06:30". */
export const timeOfYearInWords = (moment: Moment): string => timeOfYearFormat.format(moment);

/** "20 November 2026 at 06:30:15 UTC". */
export const exactTimeInWords = (moment: Moment): string => exactTimeFormat.format(moment);
