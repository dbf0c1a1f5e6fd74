/** Numbers that look random and follow from a seed alone, so that a run can be repeated (mulberry32). */
export class Random {
  #state: number;

  /** The numbers of one case of a run: the same for the same seed and case, whatever ran before. */
  constructor(seed: number, aCase = 0) {
    this.#state = (Math.imul(seed, 0x9e3779b1) ^ Math.imul(aCase + 1, 0x85ebca6b)) >>> 0;
    this.fraction();
  }

  /** From 0 to 1, without 1. */
  fraction(): number {
    this.#state = (this.#state + 0x6d2b79f5) >>> 0;
    let mixed = this.#state;
    mixed = Math.imul(mixed ^ (mixed >>> 15), mixed | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  }

  /** A whole number from 0, below `end`. */
  below(end: number): number {
    return Math.floor(this.fraction() * end);
  }

  /** True in so many cases of one. */
  happens(share: number): boolean {
    return this.fraction() < share;
  }

  /** Throws where there is nothing to pick. */
  pick<Item>(items: readonly Item[]): Item {
    if (items.length === 0) throw new RangeError('There is nothing to pick from.');
    return items[this.below(items.length)] as Item;
  }

  /** The same items in another order. */
  shuffled<Item>(items: readonly Item[]): Item[] {
    const order = items.map((item) => ({ item, at: this.fraction() }));
    return order.sort((a, b) => a.at - b.at).map(({ item }) => item);
  }
}
