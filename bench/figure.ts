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

/** `ratio` limits the value to so many times the peer's, `difference` to so much more than the peer's; `value` limits it by itself. */
export interface Limit {
  of: 'ratio' | 'difference' | 'value';
  atMost: number;
}

/** How often the peer fits into the figure; undefined without a peer. */
export function ratioOf({ value, peer }: Figure): number | undefined {
  return peer && value / peer.value;
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
