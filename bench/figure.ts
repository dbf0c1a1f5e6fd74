/** One measured figure, and what it is compared with. */
export interface Figure {
  /** What was measured: "First load of /: JavaScript and CSS". */
  name: string;
  value: number;
  unit: Unit;
  /** Measured in the same run. */
  peer?: Peer;
  /** Measured once, some day, for orientation: nothing is limited by them. */
  stated?: readonly StatedReference[];
  limit?: Limit;
}

/** `score` is a layout shift: shares of the screen that moved, times how far. */
export type Unit = 'bytes' | 'errors' | 'files' | 'MB' | 's' | 'ms' | 'score';

/** What the figure is held against, in the same unit. */
interface Peer {
  name: string;
  value: number;
}

/** A peer of an earlier day, which is written YYYY-MM-DD. */
export interface StatedReference extends Peer {
  measuredOn: string;
}

/** `ratio` limits the value to so many times the peer's, `difference` to so much more than the peer's; `value` limits it by itself. */
export interface Limit {
  of: 'ratio' | 'difference' | 'value';
  atMost: number;
}

/** How often the peer fits into the figure; undefined without a peer, and beside one of 0. */
export function ratioOf({ value, peer }: Figure): number | undefined {
  return peer && peer.value !== 0 ? value / peer.value : undefined;
}

/** Whether the figure keeps its limit; undefined without one. Throws when it is limited by a peer and there is none. */
export function isMet(figure: Figure): boolean | undefined {
  const { name, value, peer, limit } = figure;
  if (!limit) return undefined;
  const limited = {
    ratio: ratioOf(figure),
    difference: peer && value - peer.value,
    value,
  }[limit.of];
  if (limited === undefined) throw new Error(`"${name}" is limited by a peer that it lacks.`);
  return limited <= limit.atMost;
}
