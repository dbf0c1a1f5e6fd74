import { type ClientName, clientNames } from '../check.ts';
import type { Row, Section } from '../row.ts';
import type { Result } from '../run.ts';

/** The table *row → tested by → result*, and below it what went wrong. */
export function resultTable(sections: readonly Section[], results: readonly Result[]): string {
  const width = Math.max(...sections.flatMap(({ rows }) => rows.map(({ id }) => id.length)));
  const lines = sections.flatMap(({ title, rows }) => [
    '',
    title,
    ...rows.map((row) => `  ${row.id.padEnd(width)}  ${lineOf(row, resultsOf(row, results))}`),
  ]);
  return [...lines, ...failures(results)].join('\n');
}

function lineOf({ exemption }: Row, results: readonly Result[]): string {
  if (exemption) return `${exemption.kind}: ${exemption.reason}`;
  const byClient = clientNames.flatMap((client) => {
    const own = results.filter(({ check }) => check.client === client);
    return own.length > 0 ? [clientWord(client, own)] : [];
  });
  return byClient.join(', ') || 'NOT TESTED';
}

/** A client that was left out says so; one that failed shouts. */
function clientWord(client: ClientName, results: readonly Result[]): string {
  if (results.some(({ outcome }) => outcome === 'failed')) return `${client} FAILED`;
  if (results.some(({ outcome }) => outcome === 'passed')) return `${client} passed`;
  return `${client} not run on this machine`;
}

function resultsOf(row: Row, results: readonly Result[]): Result[] {
  return results.filter(({ check }) => check.rows.includes(row.id));
}

function failures(results: readonly Result[]): string[] {
  return results.flatMap((result) =>
    result.outcome === 'failed'
      ? ['', `FAILED  ${result.check.client}: ${result.check.title}`, indented(result.problem)]
      : [],
  );
}

function indented(text: string): string {
  return text
    .split('\n')
    .map((line) => `        ${line}`)
    .join('\n');
}
