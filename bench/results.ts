import type { Figure } from './figure.ts';
import { isMet, ratioOf } from './figure.ts';
import type { Machine } from './machine.ts';
import { digits } from './report.ts';

/** The figures of one measurement, by its name on the command line. */
export interface Measured {
  measurement: string;
  figures: readonly Figure[];
}

/** The content of results.json: nothing in it tells one machine of a kind from another. */
export interface Results {
  /** YYYY-MM-DD. */
  measuredOn: string;
  machine: Machine;
  figures: readonly Row[];
}

interface Row extends Figure {
  measurement: string;
  /** Only where it is another day than that of the whole. */
  measuredOn?: string;
  ratio?: number;
  isMet?: boolean;
}

/** What was measured just now. */
export function resultsOf(measured: readonly Measured[], machine: Machine, now: Date): Results {
  const figures = measured.flatMap(({ measurement, figures }) =>
    figures.map((figure) => rowOf(measurement, figure)),
  );
  return { measuredOn: now.toISOString().slice(0, 10), machine, figures };
}

function rowOf(measurement: string, figure: Figure): Row {
  const { name, value, unit, peer, stated, limit } = figure;
  const ratio = ratioOf(figure);
  const kept = isMet(figure);
  return {
    measurement,
    name,
    value: rounded(value, digits[unit]),
    unit,
    ...(peer && { peer: { ...peer, value: rounded(peer.value, digits[unit]) } }),
    ...(ratio !== undefined && { ratio: rounded(ratio, 3) }),
    ...(stated && { stated }),
    ...(limit && { limit }),
    ...(kept !== undefined && { isMet: kept }),
  };
}

const rounded = (value: number, places: number): number => Number(value.toFixed(places));

/**
 * The results with what `earlier` has of the other measurements, in the order of `measurements`. Rows of
 * measurements that are gone are left out.
 */
export function withEarlier(
  results: Results,
  earlier: Results,
  measurements: readonly string[],
): Results {
  const { measuredOn, machine, figures } = results;
  const renewed = new Set(figures.map(({ measurement }) => measurement));
  const kept = earlier.figures
    .filter(({ measurement }) => !renewed.has(measurement))
    .map((row) => ({ ...row, measuredOn: row.measuredOn ?? earlier.measuredOn }));
  return {
    measuredOn,
    machine,
    figures: measurements.flatMap((name) =>
      [...figures, ...kept].filter(({ measurement }) => measurement === name),
    ),
  };
}
