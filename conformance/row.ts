/** Where a statement about AWS or about the articles' systems comes from. */
export type Source =
  | 'the articles'
  | 'AWS documentation'
  /** An answer that somebody recorded and published: real, but no promise of AWS. */
  | 'captured by third parties'
  /** Known among engineers, without a source to cite: implemented, and not verified against AWS. */
  | 'unverified';

/** Why no client tests a row here. */
export interface Exemption {
  readonly kind: 'not emulated' | 'differs on purpose' | 'proven elsewhere' | 'not built yet';
  readonly reason: string;
}

/** One behaviour. It is tested through at least one client, or says why it is not. */
export interface Row {
  readonly id: string;
  readonly statement: string;
  readonly source: Source;
  readonly exemption?: Exemption;
}

export interface Section {
  readonly title: string;
  readonly rows: readonly Row[];
}

export function row(id: string, source: Source, statement: string, exemption?: Exemption): Row {
  return { id, source, statement, ...(exemption && { exemption }) };
}

export function notEmulated(reason: string): Exemption {
  return { kind: 'not emulated', reason };
}

/** The stand-in or the newspaper does it another way than the source, knowingly. */
export function onPurpose(reason: string): Exemption {
  return { kind: 'differs on purpose', reason };
}

export function notBuiltYet(what: string): Exemption {
  return { kind: 'not built yet', reason: what };
}

export function provenElsewhere(where: string): Exemption {
  return { kind: 'proven elsewhere', reason: where };
}
