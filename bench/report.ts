import type { Figure, Limit, Unit } from './figure.ts';
import { isMet, ratioOf } from './figure.ts';

/** Digits after the point. */
export const digits: Record<Unit, number> = {
  bytes: 0,
  errors: 0,
  files: 0,
  MB: 0,
  s: 2,
  ms: 2,
  score: 3,
};

const heading = ['', 'here', 'beside', '', 'ratio', 'limit', ''];
const numeric = new Set([1, 2, 4, 5]);

/** The figures as lines of a table for a terminal. */
export function tableOf(figures: readonly Figure[]): string {
  const rows = [
    heading,
    ...figures.flatMap((figure) => [cellsOf(figure), ...statedCellsOf(figure)]),
  ];
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

/** A line each for what is only stated. */
function statedCellsOf({ value, unit, stated = [] }: Figure): string[][] {
  return stated.map(({ name, value: statedValue, measuredOn }) => [
    '',
    '',
    inWords(statedValue, unit),
    `${name} (${measuredOn})`,
    (value / statedValue).toFixed(2),
    '',
    '',
  ]);
}

function limitInWords({ of, atMost }: Limit, unit: Unit): string {
  const bound = atMost.toLocaleString('en-GB');
  if (of === 'ratio') return `≤ ${bound} ×`;
  return `≤ ${of === 'difference' ? '+' : ''}${bound} ${unit}`;
}

const inWords = (value: number, unit: Unit): string =>
  `${value.toLocaleString('en-GB', {
    minimumFractionDigits: digits[unit],
    maximumFractionDigits: digits[unit],
  })} ${unit}`;
