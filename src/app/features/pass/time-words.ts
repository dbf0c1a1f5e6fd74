const relative = new Intl.RelativeTimeFormat('en-GB', { numeric: 'always' });

const units = [
  ['day', 86_400_000],
  ['hour', 3_600_000],
  ['minute', 60_000],
  ['second', 1_000],
] as const;

/** "in 42 minutes", "3 hours ago". `milliseconds` is negative for what is over. */
export function relativeTime(milliseconds: number): string {
  const fitting = units.find(([, unitLength]) => Math.abs(milliseconds) >= unitLength);
  if (!fitting) return 'now';
  const [unit, length] = fitting;
  return relative.format(Math.trunc(milliseconds / length), unit);
}

/** "42:07", "1:00:00"; "0:00" for what is over. */
export function countdown(milliseconds: number): string {
  const seconds = Math.max(0, Math.ceil(milliseconds / 1_000));
  const [h, m, s] = [Math.floor(seconds / 3_600), Math.floor(seconds / 60) % 60, seconds % 60];
  const two = (part: number) => String(part).padStart(2, '0');
  return h > 0 ? `${h}:${two(m)}:${two(s)}` : `${m}:${two(s)}`;
}

/** What is worth saying aloud of a countdown: only that the end is near, and the end. */
export function countdownNews(milliseconds: number): string {
  if (milliseconds <= 0) return 'Your tokens have expired.';
  const minutes = [1, 5, 10].find((left) => milliseconds <= left * 60_000);
  if (minutes === undefined) return '';
  return `Your tokens expire in less than ${minutes === 1 ? 'a minute' : `${minutes} minutes`}.`;
}
