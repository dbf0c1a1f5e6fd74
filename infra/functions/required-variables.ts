import type { Metafile } from 'esbuild';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';

const reader = 'backend/settings.ts';

/**
 * The environment variables that a bundle's code cannot do without, by name: whatever the sources in it ask `setting()` for.
 * Paths in `metafile` are relative to `project`. Throws, naming the file, where a name is not written out.
 */
export async function requiredVariables(
  output: Metafile['outputs'][string],
  metafile: Metafile,
  project: string,
): Promise<string[]> {
  const readers = Object.entries(output.inputs)
    // What tree shaking left nothing of asks for nothing.
    .filter(([, { bytesInOutput }]) => bytesInOutput > 0)
    .map(([file]) => file)
    .filter((file) => metafile.inputs[file]?.imports.some(({ path }) => path === reader));
  const names = await Promise.all(
    readers.map(async (file) => variablesIn(file, await readFile(join(project, file), 'utf8'))),
  );
  return [...new Set(names.flat())].sort();
}

/** Exported for its test. */
export function variablesIn(file: string, source: string): string[] {
  const calls = [...source.matchAll(/\bsetting\(\s*(?:'([A-Z][A-Z\d_]*)'\s*\))?/g)];
  return calls.map(([, name]) => {
    if (name !== undefined) return name;
    throw new Error(`${file}: write the name out, as in setting('ARTICLES_TABLE').`);
  });
}
