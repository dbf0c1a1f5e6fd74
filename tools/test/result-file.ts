import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/**
 * Gives `run` the name of a temporary file to leave its results in. Resolves to what `run` resolved
 * to, and the file's JSON: undefined when the runner died before it wrote any.
 */
export async function withResultFile<T>(run: (file: string) => Promise<T>): Promise<[T, unknown]> {
  const folder = await mkdtemp(join(tmpdir(), 'presspass-test-'));
  try {
    const file = join(folder, 'results.json');
    const outcome = await run(file);
    return [outcome, parsed(await readFile(file, 'utf8').catch(() => ''))];
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined; // cut short: the caller counts that as a failure
  }
}
