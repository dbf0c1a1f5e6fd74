import { existsSync, readdirSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import { cacheControl } from '../web/cache-rules.ts';
import { contentType } from '../web/content-types.ts';

/** Files of the app that are stored alike. */
export interface FileGroup {
  cacheControl: string;
  contentType: string;
  /** Below the folder of the build, with slashes and without one at the front. */
  paths: string[];
}

/** Where `npm run build` leaves the app. */
export const buildFolder = fileURLToPath(new URL('../../dist/presspass/browser', import.meta.url));

/** The files of a build in groups, which do not overlap. Throws, saying what to do, when there is no build. */
export function builtFileGroups(folder: string): FileGroup[] {
  const groups = new Map<string, FileGroup>();
  for (const path of pathsIn(folder)) {
    const kind = { cacheControl: cacheControl(`/${path}`), contentType: contentType(path) };
    const key = JSON.stringify(kind);
    const group = groups.get(key) ?? { ...kind, paths: [] };
    groups.set(key, group);
    group.paths.push(path);
  }
  return [...groups.values()];
}

function pathsIn(folder: string): string[] {
  if (!existsSync(join(folder, 'index.html'))) {
    throw new Error(`There is no build of the app in ${folder}: npm run build makes one.`);
  }
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)).split(sep).join('/'))
    .sort();
}
