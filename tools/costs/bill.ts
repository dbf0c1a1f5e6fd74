import { costOf, prices } from './prices.ts';
import type { Price, PriceName } from './prices.ts';
import { usageOf } from './usage.ts';
import type { Assumptions } from './usage.ts';

/** One price on the bill, in US dollars a month. */
export interface Entry {
  price: Price;
  units: number;
  full: number;
  /** Of that, what the part that is free for good takes off. */
  free: number;
}

/** All entries that come to anything. */
export function billFor(assumed: Assumptions): Entry[] {
  const usage = usageOf(assumed);
  return (Object.keys(prices) as PriceName[])
    .map((name): Entry => {
      const price: Price = prices[name];
      const units = usage[name];
      // What is free is what comes first, and so the dearest.
      return {
        price,
        units,
        full: costOf(price, units),
        free: costOf(price, freePart(price, units)),
      };
    })
    .filter(({ units }) => units > 0);
}

const freePart = ({ free = 0 }: Price, units: number): number => Math.min(free, units);

/** The sums of a bill. */
export function totalOf(bill: readonly Entry[]): { full: number; free: number; toPay: number } {
  const full = bill.reduce((sum, entry) => sum + entry.full, 0);
  const free = bill.reduce((sum, entry) => sum + entry.free, 0);
  return { full, free, toPay: full - free };
}
