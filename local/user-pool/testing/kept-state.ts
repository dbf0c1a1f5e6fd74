import { createHash } from 'node:crypto';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';

/** What counts tries and spends sessions changes with refusals too; that is its purpose. */
const counting = new Set(['code', 'failed_sign_in', 'quota', 'spent_challenge', 'state']);

/** Looks at what the pools keep on disk, beside them. */
export class KeptState {
  readonly #database: DatabaseSync;
  readonly #tables: readonly string[];

  constructor(folder: string) {
    this.#database = new DatabaseSync(join(folder, 'presspass.sqlite'), { readOnly: true });
    this.#tables = this.#database
      .prepare("SELECT name FROM sqlite_master WHERE type = 'table' ORDER BY name")
      .all()
      .map(({ name }) => String(name))
      .filter((name) => !counting.has(name));
  }

  /** Runs an operation; throws when it was refused and has changed something all the same. */
  async unchangedBy<Refusal>(
    run: () => Promise<Refusal | undefined>,
  ): Promise<Refusal | undefined> {
    const before = this.#digest();
    const refusal = await run();
    if (refusal !== undefined && this.#digest() !== before) {
      throw new Error('The request was refused and has changed something all the same.');
    }
    return refusal;
  }

  #known = { version: -1, digest: '' };

  /** Read anew only when another connection has written. */
  #digest(): string {
    const version = Number(this.#database.prepare('PRAGMA data_version').get()?.['data_version']);
    if (version !== this.#known.version) {
      const hash = createHash('sha256');
      for (const table of this.#tables) {
        const rows = this.#database.prepare(`SELECT * FROM ${table} ORDER BY 1, 2`).all();
        hash.update(JSON.stringify(rows));
      }
      this.#known = { version, digest: hash.digest('hex') };
    }
    return this.#known.digest;
  }

  close(): void {
    this.#database.close();
  }
}
