import type { Reading } from './story.ts';

/** What would be sent, as a list for the terminal: one line for an item, and the start of its text. */
export function previewOf(readings: readonly Reading[]): string {
  const sent = readings.filter((reading) => 'story' in reading).length;
  const lines = readings.map((reading) => {
    if ('skipped' in reading) return `  skipped  ${reading.label}: ${reading.skipped}`;
    const { section, headline, byline, publishedAt = 'now', sourceId } = reading.story;
    const line = `  ${section.padEnd(8)} ${headline}\n           ${byline}, ${publishedAt}, ${sourceId}`;
    return reading.note === undefined ? line : `${line}\n           ${reading.note}`;
  });
  return [...lines, `${sent} of ${readings.length} items would be sent.`].join('\n');
}
