import { decoded, encoded, joined, partsOf } from './jwt.ts';
import type { Parts } from './jwt.ts';
import type { Random } from '../random.ts';
import type { ForgersKeys } from './forgers-keys.ts';

/** What a forger works with. */
export interface Workshop {
  random: Random;
  /** Every real token. */
  all: readonly string[];
  keys: ForgersKeys;
}

/** Makes of a real token one that nobody has issued. */
export type Forger = (token: string, workshop: Workshop) => string;

/** The parts of a token, some of them changed. */
export const withParts = (token: string, change: (parts: Parts) => Partial<Parts>): string => {
  const parts = partsOf(token);
  return joined({ ...parts, ...change(parts) });
};

/** The same with other members in header or claims; a member that is undefined is left out. */
export function rewritten(
  token: string,
  { header = {}, claims = {} }: { header?: object; claims?: object },
): string {
  return withParts(token, (parts) => ({
    header: encoded({ ...decoded(parts.header), ...header }),
    payload: encoded({ ...decoded(parts.payload), ...claims }),
  }));
}
