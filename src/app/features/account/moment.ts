const dayAndTime = new Intl.DateTimeFormat('en-GB', {
  day: 'numeric',
  month: 'long',
  year: 'numeric',
  hour: '2-digit',
  minute: '2-digit',
  timeZone: 'UTC',
});

/** A moment in the paper's own time, which is UTC: "20 November 2026 at 06:30". */
export function inWords(moment: Date): string {
  return dayAndTime.format(moment);
}
