import { watch } from 'node:fs';
import { join, sep } from 'node:path';

/** How long nothing more may change before it counts as one change, in milliseconds: editors write in several steps. */
const quiet = 100;

/** What processes are made of: not tests, nor what begins with a dot, as editors' own files do. */
const isSource = (file: string): boolean =>
  /\.(ts|yaml)$/.test(file) && !/(^|\/)(\.|testing\/)|\.test\.ts$/.test(file);

/** Changes of the sources in folders, from when this is made until the process ends. */
export class SourceChanges {
  readonly #pending = new Set<string>();
  #arrived = Promise.withResolvers<undefined>();

  constructor(folders: readonly string[]) {
    for (const folder of folders) {
      const watcher = watch(folder, { recursive: true });
      watcher.on('change', (_, name) => {
        this.#note(join(folder, String(name)).replaceAll(sep, '/'));
      });
      watcher.on('error', ({ message }) => {
        console.error(`Changes in ${folder}/ are not noticed any more: ${message}`);
      });
    }
  }

  /** Resolves to the files of the next change, or of the one that has not been asked for yet. */
  async next(): Promise<string[]> {
    await this.#arrived.promise;
    for (let count = 0; count < this.#pending.size;) {
      count = this.#pending.size;
      await new Promise((resolve) => setTimeout(resolve, quiet));
    }
    const files = [...this.#pending];
    this.#pending.clear();
    this.#arrived = Promise.withResolvers();
    return files;
  }

  #note(file: string): void {
    if (!isSource(file)) return;
    this.#pending.add(file);
    this.#arrived.resolve(undefined);
  }
}
