/** Are the patches in patches/ applied to the packages they are for. */
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';

/**
 * Whether every patch is in node_modules: npm applies none where it was told to run no scripts. What a patch adds is looked for in
 * the files that it names, which takes no time.
 */
export function arePatched(root) {
  const folder = join(root, 'patches');
  if (!existsSync(folder)) return true;
  const patches = readdirSync(folder).filter((name) => name.endsWith('.patch'));
  return patches.every((name) => isApplied(root, readFileSync(join(folder, name), 'utf8')));
}

function isApplied(root, patch) {
  const files = patch.split(/^diff --git /m).slice(1);
  return files.every((file) => {
    const path = join(root, /^\+\+\+ b\/(.+)$/m.exec(file)?.[1] ?? '');
    const text = existsSync(path) ? readFileSync(path, 'utf8').replaceAll('\r\n', '\n') : '';
    return addedIn(file).every((lines) => text.includes(lines));
  });
}

/** The runs of lines that a file gets. */
function addedIn(file) {
  const hunks = file.slice(file.search(/^@@/m)).replaceAll('\r\n', '\n');
  const runs = hunks.match(/(^\+.*\n?)+/gm) ?? [];
  return runs.map((run) => run.replace(/^\+/gm, '').trimEnd());
}
