import { closeSync, openSync, readFileSync, writeSync } from 'node:fs';
import { crc32 } from 'node:zlib';
import { replaceFile } from './replace-file.ts';
import { DamagedStateError, unusable } from './unusable-state.ts';

/** What belongs together in a state folder, as of the last write. */
export interface Manifest {
  /** The state's own; the database has it, too. */
  readonly id: string;
  /** The whole database file; undefined while the journal goes into it. */
  readonly database?: { readonly bytes: number; readonly sha256: string };
  /** The journal that lies over the database, and how much of it was acknowledged; undefined where there is none. */
  readonly journal?: { readonly salt: string; readonly bytes: number };
}

/** Always the same, so that a write in place replaces all of it: less than a page, hence whole or not done. */
const LENGTH = 512;

/** The manifest on disk. */
export class ManifestFile {
  private readonly file: number;

  constructor(path: string) {
    this.file = openSync(path, 'r+');
  }

  write(manifest: Manifest): void {
    writeSync(this.file, textOf(manifest), 0);
  }

  close(): void {
    closeSync(this.file);
  }
}

/** Makes the file, as a whole. */
export function makeManifest(path: string, manifest: Manifest): void {
  replaceFile(path, textOf(manifest));
}

/** Throws DamagedStateError unless the file is there and to the byte as it was written. */
export function readManifest(path: string): Manifest {
  const text = contentOf(path);
  const manifest = parsed(text);
  // Down to the blanks: what was changed anywhere was not written here.
  if (manifest && textOf(manifest) === text) return manifest;
  throw new DamagedStateError(path, text === '' ? 'is empty' : 'is damaged');
}

function textOf({ id, database, journal }: Manifest): string {
  const content = { format: 2, id, database, journal };
  const check = crc32(JSON.stringify(content));
  return `${JSON.stringify({ ...content, check }).padEnd(LENGTH - 1)}\n`;
}

function parsed(text: string): Manifest | undefined {
  try {
    return JSON.parse(text) as Manifest;
  } catch {
    // No JSON, hence damaged: the caller says so.
    return undefined;
  }
}

function contentOf(path: string): string {
  try {
    return readFileSync(path, 'latin1');
  } catch (failure) {
    const isMissing = failure instanceof Error && 'code' in failure && failure.code === 'ENOENT';
    throw isMissing ? new DamagedStateError(path, 'is missing') : unusable(path, failure);
  }
}
