/** What a value has to look like, whatever the language it is described in. */
export type Shape =
  | { kind: 'text'; choices?: readonly string[] }
  | { kind: 'number' }
  | { kind: 'boolean' }
  | { kind: 'bytes' }
  | { kind: 'list'; of: () => Shape }
  | { kind: 'map'; of: () => Shape }
  | { kind: 'structure' | 'union'; members: readonly Member[] }
  | { kind: 'anything' };

export interface Member {
  name: string;
  isRequired: boolean;
  shape: () => Shape;
}
