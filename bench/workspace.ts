import { mkdtempSync, rmSync } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

let root: string | undefined;
let count = 0;

/** A new empty folder outside the project; it is gone when this process ends, however it ends. */
export async function temporaryFolder(name: string): Promise<string> {
  root ??= openRoot();
  count += 1;
  const folder = join(root, `${name}-${count}`);
  await mkdir(folder);
  return folder;
}

function openRoot(): string {
  const folder = mkdtempSync(join(tmpdir(), 'presspass-bench-'));
  process.on('exit', () => {
    // A server that is just being killed may still write there.
    rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
  });
  return folder;
}
