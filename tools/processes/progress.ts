import type { WriteStream } from 'node:tty';

/** How often the line is drawn at most, in milliseconds. */
const interval = 100;

/** One line on a terminal that says how far a command is; nothing where output goes to a file. */
export class Progress {
  readonly #terminal: WriteStream;
  readonly #total: number;
  #done = 0;
  #drawnAt = 0;

  constructor(terminal: WriteStream, total: number) {
    this.#terminal = terminal;
    this.#total = total;
  }

  /** One more item is done. */
  advance(): void {
    this.#done += 1;
    const now = performance.now();
    if (!this.#terminal.isTTY || (now - this.#drawnAt < interval && this.#done < this.#total))
      return;
    this.#drawnAt = now;
    this.#terminal.write(`\r\x1b[K${this.#done} of ${this.#total}`);
  }

  /** Takes the line away. */
  end(): void {
    if (this.#terminal.isTTY) this.#terminal.write('\r\x1b[K');
  }
}
