import type { Random } from '../random.ts';

/** Something that is written to, by one writer. It knows what was acknowledged. */
export interface Entity {
  readonly name: string;
  /** Performs one write. Rejects when the stand-in is gone, or refuses what it has to do. */
  write: (url: string, random: Random) => Promise<void>;
  /** What the stand-in tells that cannot be, after what was acknowledged and what was under way; undefined when all is right. */
  check: (url: string) => Promise<string | undefined>;
  /** How many of its writes were acknowledged so far. */
  readonly acknowledged: number;
}

/** The states that something may be in: one, or while a write is under way two. */
export class Expected<State> {
  #possible: readonly State[];
  #acknowledged = 0;

  constructor(state: State) {
    this.#possible = [state];
  }

  get acknowledged(): number {
    return this.#acknowledged;
  }

  /** As far as it is known. */
  get state(): State {
    return this.#possible[0] as State;
  }

  /** Runs a write that leads to `next`. Where it rejects, nobody knows whether it was done. */
  async through<Answer>(next: State, write: () => Promise<Answer>): Promise<Answer> {
    this.#possible = [this.state, next];
    const answer = await write();
    this.#possible = [next];
    this.#acknowledged += 1;
    return answer;
  }

  /** Takes note of what is there; false when that cannot be. */
  isPossible(found: State): boolean {
    const isPossible = this.#possible.includes(found);
    this.#possible = [found];
    return isPossible;
  }

  toString(): string {
    return this.#possible.map(String).join(' or ');
  }
}

/** The sentence for a state that cannot be. */
export const impossible = (found: unknown, expected: Expected<unknown>): string =>
  `is ${String(found)}, must be ${String(expected)}`;
