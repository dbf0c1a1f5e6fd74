import { isPlatformServer } from '@angular/common';
import { InjectionToken, PLATFORM_ID, Service, inject } from '@angular/core';

/**
 * The time zone of all times that are shown, as an IANA name such as "Asia/Kolkata": the reader's own. What a server renders is
 * for everybody, so it is UTC there, until the browser renders it anew.
 */
export const TIME_ZONE = new InjectionToken<string>('TIME_ZONE', {
  factory: () => (isPlatformServer(inject(PLATFORM_ID)) ? 'UTC' : deviceZone()),
});

/** A moment, as a `Date` or in milliseconds since 1970. */
type Moment = Date | number;

const minutes = { day: 'numeric', month: 'long', hour: '2-digit', minute: '2-digit' } as const;
/** How much of a moment the words have. */
const formats = {
  /** "Friday, 20 November 2026". */
  day: { weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' },
  /** "20 November at 06:30". */
  minute: minutes,
  /** "20 November 2026 at 06:30". */
  year: { ...minutes, year: 'numeric' },
  /** "20 November 2026 at 06:30:15 CET". */
  second: { ...minutes, year: 'numeric', second: '2-digit', timeZoneName: 'short' },
} as const satisfies Record<string, Intl.DateTimeFormatOptions>;

export type TimeDetail = keyof typeof formats;

/** Words for moments, in the reader's time zone. */
@Service()
export class Dates {
  private readonly timeZone = inject(TIME_ZONE);
  private readonly made = new Map<TimeDetail, Intl.DateTimeFormat>();

  /** "All times are in your time zone, India Standard Time." A browser's IANA name may be an old one, such as Asia/Calcutta. */
  readonly zoneInWords =
    this.timeZone === 'UTC'
      ? 'All times are UTC.'
      : `All times are in your time zone, ${longName(this.timeZone)}.`;

  inWords(moment: Moment, detail: TimeDetail): string {
    const format =
      this.made.get(detail) ??
      new Intl.DateTimeFormat('en-GB', { ...formats[detail], timeZone: this.timeZone });
    this.made.set(detail, format);
    return format.format(moment);
  }
}

function longName(timeZone: string): string {
  const format = new Intl.DateTimeFormat('en-GB', { timeZone, timeZoneName: 'longGeneric' });
  return format.formatToParts().find(({ type }) => type === 'timeZoneName')?.value ?? timeZone;
}

/** A browser may not know the zone of its device, and then has a name for it that it does not take. */
function deviceZone(): string {
  try {
    const { timeZone } = new Intl.DateTimeFormat().resolvedOptions();
    return new Intl.DateTimeFormat('en-GB', { timeZone }).resolvedOptions().timeZone;
  } catch {
    return 'UTC';
  }
}
