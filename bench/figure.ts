/** One measured figure. What it is compared with was measured in the same run. */
export interface Figure {
  /** What was measured: "First load of /: JavaScript and CSS". */
  name: string;
  value: number;
  unit: Unit;
  peer?: Peer;
  limit?: Limit;
}

export type Unit = 'bytes' | 'errors' | 'files' | 'MB' | 's' | 'ms';

/** What the figure is held against, in the same unit. */
interface Peer {
  name: string;
  value: number;
}

/** `ratio` limits the value to so many times the peer's, `value` limits it by itself. */
interface Limit {
  of: 'ratio' | 'value';
  atMost: number;
}

/** How often the peer fits into the figure; undefined without a peer. */
export function ratioOf({ value, peer }: Figure): number | undefined {
  return peer && value / peer.value;
}

/** Whether the figure keeps its limit; undefined without one. Throws when a ratio is limited and there is no peer. */
export function isMet(figure: Figure): boolean | undefined {
  const { name, value, limit } = figure;
  if (!limit) return undefined;
  const limited = limit.of === 'value' ? value : ratioOf(figure);
  if (limited === undefined) throw new Error(`"${name}" is limited by a peer that it lacks.`);
  return limited <= limit.atMost;
}
