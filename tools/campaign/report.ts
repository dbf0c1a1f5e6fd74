/** Something that did not hold, with all that it takes to see it again. */
export interface Failure {
  what: string;
  /** Which of the run's cases. */
  case: number;
  /** Exactly what was sent or done. */
  input: unknown;
  seen: string;
}

/** As many as somebody reads: in all, and of one kind. */
const shownFailures = 20;
const shownOfAKind = 2;

/** What a campaign has tried, and how it went. */
export class Report {
  readonly #rows = new Map<string, Map<string, number>>();
  readonly #failures: Failure[] = [];
  #failed = 0;

  /** Counts one try of `what` that ended as `outcome` says: "refused". */
  count(what: string, outcome: string, times = 1): void {
    const row = this.#rows.get(what) ?? new Map<string, number>();
    row.set(outcome, (row.get(outcome) ?? 0) + times);
    this.#rows.set(what, row);
  }

  /** Counts one try that did not end as it must. */
  fail(failure: Failure): void {
    this.count(failure.what, 'FAILED');
    this.#failed += 1;
    const alike = this.#failures.filter(({ what }) => what === failure.what);
    const isKnown = alike.some(({ seen }) => seen === failure.seen);
    if (isKnown || alike.length >= shownOfAKind || this.#failures.length >= shownFailures) return;
    this.#failures.push(failure);
  }

  /** How many tries did not end as they must. */
  get failed(): number {
    return this.#failed;
  }

  /** What failed, a few of each kind, and a table of all that was tried. */
  toString(): string {
    return [...this.#failures.map(described), this.#table()].join('\n\n');
  }

  #table(): string {
    const outcomes = [...new Set([...this.#rows.values()].flatMap((row) => [...row.keys()]))];
    outcomes.sort((a, b) => Number(a === 'FAILED') - Number(b === 'FAILED'));
    const line = (name: string, row: (outcome: string) => number): string[] => {
      const counts = outcomes.map(row);
      const tried = counts.reduce((sum, count) => sum + count, 0);
      return [name, ...[tried, ...counts].map((count) => count.toLocaleString('en'))];
    };
    const lines = [...this.#rows]
      .sort(([a], [b]) => a.localeCompare(b, 'en'))
      .map(([name, row]) => line(name, (outcome) => row.get(outcome) ?? 0));
    const total = (outcome: string): number =>
      [...this.#rows.values()].reduce((sum, row) => sum + (row.get(outcome) ?? 0), 0);
    return aligned([['', 'tried', ...outcomes], ...lines, line('all', total)]);
  }
}

function described({ what, case: number, input, seen }: Failure): string {
  const text = typeof input === 'string' ? input : JSON.stringify(input);
  return `FAILED: ${what} (case ${number})\n  seen:  ${seen.replaceAll(/\s+/g, ' ').trim()}\n  input: ${text}`;
}

/** Columns under each other: the first to the left, numbers to the right. */
function aligned(rows: readonly string[][]): string {
  const widths = (rows[0] ?? []).map((_, column) =>
    Math.max(...rows.map((row) => row[column]?.length ?? 0)),
  );
  const padded = rows.map((row) =>
    row.map((cell, column) =>
      column === 0 ? cell.padEnd(widths[column] ?? 0) : cell.padStart(widths[column] ?? 0),
    ),
  );
  return padded.map((row) => row.join('   ')).join('\n');
}
