import { renameSync, writeFileSync } from 'node:fs';

/** Writes beside and renames, so that a kill leaves the old file or the new one, never half of one. */
export function replaceFile(path: string, content: string): void {
  writeFileSync(`${path}.new`, content, { mode: 0o600, flush: true });
  renameSync(`${path}.new`, path);
}
