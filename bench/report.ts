import type { Figure, Limit, Unit } from './figure.ts';
import { isMet, ratioOf } from './figure.ts';
import type { Machine } from './machine.ts';

/** Digits after the point. */
const digits: Record<Unit, number> = { bytes: 0, errors: 0, files: 0, MB: 0, s: 2, ms: 2 };

const heading = ['', 'here', 'beside', '', 'ratio', 'limit', ''];
const numeric = new Set([1, 2, 4, 5]);

/** The figures as lines of a table for a terminal. */
export function tableOf(figures: readonly Figure[]): string {
  const rows = [heading, ...figures.map(cellsOf)];
  const widths = heading.map((_, column) =>
    Math.max(...rows.map((cells) => cells[column]?.length ?? 0)),
  );
  return rows.map((cells) => lineOf(cells, widths)).join('\n');
}

function lineOf(cells: readonly string[], widths: readonly number[]): string {
  const padded = cells.map((cell, column) => {
    const width = widths[column] ?? 0;
    return numeric.has(column) ? cell.padStart(width) : cell.padEnd(width);
  });
  return padded.join('  ').trimEnd();
}

function cellsOf(figure: Figure): string[] {
  const { name, value, unit, peer, limit } = figure;
  const isKept = isMet(figure);
  return [
    name,
    inWords(value, unit),
    peer ? inWords(peer.value, unit) : '',
    peer?.name ?? '',
    ratioOf(figure)?.toFixed(2) ?? '',
    limit ? limitInWords(limit, unit) : '',
    isKept === undefined ? '' : isKept ? 'met' : 'MISSED',
  ];
}

const limitInWords = ({ of, atMost }: Limit, unit: Unit): string =>
  ({ ratio: `≤ ${atMost} ×`, difference: `≤ +${atMost} ${unit}`, value: `≤ ${atMost} ${unit}` })[
    of
  ];

const inWords = (value: number, unit: Unit): string =>
  `${value.toLocaleString('en-GB', {
    minimumFractionDigits: digits[unit],
    maximumFractionDigits: digits[unit],
  })} ${unit}`;

/** The content of results.json: nothing in it tells one machine of a kind from another. */
export function resultsOf(figures: readonly Figure[], machine: Machine, now: Date): object {
  return {
    measuredOn: now.toISOString().slice(0, 10),
    machine,
    figures: figures.map((figure) => {
      const { name, value, unit, peer, limit } = figure;
      const ratio = ratioOf(figure);
      return {
        name,
        value: rounded(value, digits[unit]),
        unit,
        ...(peer && { peer: { ...peer, value: rounded(peer.value, digits[unit]) } }),
        ...(ratio !== undefined && { ratio: rounded(ratio, 3) }),
        ...(limit && { limit, isMet: isMet(figure) }),
      };
    }),
  };
}

const rounded = (value: number, places: number): number => Number(value.toFixed(places));
