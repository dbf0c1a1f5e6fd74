/**
 * The zone names of feeds. RFC 822 section 5.1 for North America and UT. A name with several meanings has the one that RFC 822
 * gives it, or else the one that most feeds mean: IST is India's, BST is Britain's; docs/wire.md says so.
 */
const names: [offset: string, names: string][] = [
  ['-11:00', 'sst'],
  ['-10:00', 'hst hast'],
  ['-09:00', 'akst hdt hadt'],
  ['-08:00', 'pst akdt'],
  ['-07:00', 'mst pdt'],
  ['-06:00', 'cst mdt'],
  ['-05:00', 'est cdt cot pet ect'],
  ['-04:00', 'edt ast clt bot vet'],
  ['-03:30', 'nst'],
  ['-03:00', 'adt brt art uyt clst pyt pyst gft'],
  ['-02:30', 'ndt'],
  ['-02:00', 'brst'],
  ['+00:00', 'utc gmt ut z wet'],
  ['+01:00', 'cet met mez bst west wat'],
  ['+02:00', 'cest mest mesz eet sast cat'],
  ['+03:00', 'eest msk trt eat idt'],
  ['+03:30', 'irst'],
  ['+04:00', 'msd gst samt azt get'],
  ['+04:30', 'aft irdt'],
  ['+05:00', 'pkt uzt yekt'],
  ['+05:30', 'ist'],
  ['+05:45', 'npt'],
  ['+06:00', 'bdt omst'],
  ['+06:30', 'mmt'],
  ['+07:00', 'ict wib krat novt hovt'],
  ['+08:00', 'hkt sgt myt pht phst awst wita irkt ulat'],
  ['+09:00', 'jst kst wit yakt'],
  ['+09:30', 'acst'],
  ['+10:00', 'aest chst pgt vlat'],
  ['+10:30', 'acdt'],
  ['+11:00', 'aedt magt sakt nct'],
  ['+12:00', 'nzst pett fjt'],
  ['+13:00', 'nzdt'],
];
const offsets = new Map(
  names.flatMap(([offset, list]) => list.split(' ').map((name) => [name, offset])),
);
/** Where the name stands for standard and summer time alike. */
const clocks = new Map([
  ['et', 'America/New_York'],
  ['ct', 'America/Chicago'],
  ['mt', 'America/Denver'],
  ['pt', 'America/Los_Angeles'],
  ['akt', 'America/Anchorage'],
  ['aet', 'Australia/Sydney'],
  ['nzt', 'Pacific/Auckland'],
]);

/** No zone is further from UTC: 14 hours and a margin, in milliseconds. */
const furthest = 15 * 3_600_000;

/**
 * How far a zone (`+0100`, `GMT+1`, `CET`, `ET`, `Europe/Berlin`) is east of UTC, in milliseconds, when its clock shows `local` (a
 * time as if it were UTC, in milliseconds). Undefined for a name that says nothing, as the military letters but Z do: RFC 822
 * gave them with the wrong sign, and RFC 5322 section 4.3 reads them, and every name that is not known, as UTC.
 */
export function zoneOffset(name: string, local: number): number | undefined {
  const known = name.toLowerCase();
  const [, sign, hour, minute = '0'] =
    /([+-]) ?(\d{1,2}?)(?::?(\d{2}))?$/.exec(offsets.get(known) ?? name) ?? [];
  if (sign !== undefined) return numericOffset(sign, Number(hour), Number(minute));
  const clock = clocks.get(known) ?? name;
  return clock.includes('/') ? clockOffset(clock, local) : undefined;
}

function numericOffset(sign: string, hour: number, minute: number): number | undefined {
  const distance = (hour * 60 + minute) * 60_000;
  if (minute > 59 || distance > furthest) return undefined;
  return sign === '-' ? -distance : distance;
}

function clockOffset(clock: string, local: number): number | undefined {
  try {
    const format = new Intl.DateTimeFormat('en', { timeZone: clock, timeZoneName: 'longOffset' });
    // The offset at about that time, and then at the very time that it gives.
    return offsetAt(format, local - offsetAt(format, local));
  } catch {
    // RangeError: there is no such zone.
    return undefined;
  }
}

function offsetAt(format: Intl.DateTimeFormat, instant: number): number {
  const name = format.formatToParts(instant).find(({ type }) => type === 'timeZoneName')?.value;
  const [, sign = '+', hour, minute] = /^GMT([+-])(\d+):(\d+)/.exec(name ?? '') ?? [];
  return numericOffset(sign, Number(hour ?? 0), Number(minute ?? 0)) ?? 0;
}
