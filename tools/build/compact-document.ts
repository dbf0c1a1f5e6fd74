import { cp, readFile, writeFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { type Plugin, rolldown } from 'rolldown';
import { minify } from 'terser';
import { nativeModPow } from './native-mod-pow.ts';

export interface DocumentBuild {
  /** Where `ng build` has put the document. */
  from: string;
  /** The name of its HTML file. */
  page: string;
  /** Where it is served from; other documents' files may lie there too. */
  to: string;
}

/**
 * Copies a built document, and bundles its scripts once more on the way: what the page needs at once
 * becomes one file, and Terser squeezes it. esbuild cuts Angular into chunks as soon as a lazy route
 * uses it too, and minifies for speed; without this step the first load is a seventh larger.
 */
export async function compactDocument({ from, page, to }: DocumentBuild): Promise<void> {
  await cp(from, to, { recursive: true, filter: (path) => !path.endsWith('.js') });
  const html = await readFile(join(from, page), 'utf8');
  const main = /<script src="([^"]+\.js)" type="module">/.exec(html)?.[1];
  if (!main) throw new Error(`${join(from, page)} loads no main script.`);

  const bundle = await rolldown({
    input: { main: join(from, main) },
    preserveEntrySignatures: 'allow-extension',
    plugins: [nativeModPow(), ownHelpers, squeeze],
    tsconfig: false,
    checks: { pluginTimings: false },
  });
  const { output } = await bundle.write({
    dir: to,
    entryFileNames: '[name]-[hash].js',
    chunkFileNames: 'chunk-[hash].js',
    hashCharacters: 'base36',
    // Prints what Terser has made without blanks, and does nothing else to it.
    minify: { compress: false, mangle: false, codegen: { removeWhitespace: true } },
  });
  await bundle.close();

  const entry = output.find((file) => file.type === 'chunk' && file.isEntry);
  const withoutPreloads = html.replace(/<link rel="modulepreload"[^>]*>/g, '');
  await writeFile(join(to, page), withoutPreloads.replace(main, entry?.fileName ?? main));
}

/**
 * The helpers of tslib, once for each chunk that uses some: rxjs needs four of them, Amplify others, and
 * as one module all would come with the first load.
 */
const ownHelpers: Plugin = {
  name: 'own-helpers',
  async resolveId(source, importer) {
    const resolved = importer && (await this.resolve(source, importer, { skipSelf: true }));
    if (!resolved || !(await readFile(resolved.id, 'utf8')).includes(aHelper)) return null;
    return { ...resolved, id: `${resolved.id}?${basename(importer)}` };
  },
  load(id) {
    const [path, isCopy] = id.split('?');
    return path && isCopy ? readFile(path, 'utf8') : null;
  },
};

/** What tslib's `__generator` says, and nothing else does. */
const aHelper = 'Generator is already executing.';

const squeeze: Plugin = {
  name: 'squeeze',
  async renderChunk(code) {
    const squeezed = await minify(code, {
      module: true,
      ecma: 2020,
      // Neither Angular nor we read a property for what reading it does.
      compress: { passes: 3, keep_fargs: false, pure_getters: true },
    });
    return squeezed.code ?? code;
  },
};
