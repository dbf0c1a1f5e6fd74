import { build } from 'esbuild';
import type { BuildOptions, OutputFile } from 'esbuild';
import { readFileSync } from 'node:fs';
import { mkdir, readFile, readdir, rename, rm, writeFile } from 'node:fs/promises';
import { basename, dirname, join, relative } from 'node:path';
import { requiredVariables } from './required-variables.ts';

/** One operation's Lambda function as it is uploaded. Its handler is `index.handler`. */
export interface FunctionBundle {
  operationId: string;
  /** Absolute; holds `index.mjs` and nothing else. */
  folder: string;
  /** The size of `index.mjs`. */
  bytes: number;
  /** The environment variables that its code cannot do without. */
  variables: readonly string[];
}

const project = join(import.meta.dirname, '../..');
const sources = join(project, 'backend/handlers');

/** Where the bundles lie, a folder each, and `bundles.json`, which lists them. */
export const bundlesFolder = join(project, 'dist/functions');

const options = {
  absWorkingDir: project,
  outbase: sources,
  entryNames: '[name]/index',
  outExtension: { '.js': '.mjs' },
  bundle: true,
  // Without source maps: compressed, a map weighs more than its bundle, and Node would read it in each new environment.
  minify: true,
  legalComments: 'none',
  platform: 'node',
  target: 'node24',
  format: 'esm',
  // The SDK loads node:http with import(), and that reads every export of it, WebSocket too, for which Node loads all of its
  // fetch(): some 15 ms of a cold start. As require() it does not. https://github.com/nodejs/node/issues/59686
  supported: { 'dynamic-import': false },
  banner: {
    js: "import{createRequire}from'node:module';const require=createRequire(import.meta.url);",
  },
  // The packages' ES modules first: what a function does not use of them can be left out.
  mainFields: ['module', 'main'],
  // Lambda gives a function its role's credentials in the environment, where the SDK looks first. These it would load only to
  // look further, on a developer's machine or another service's; they are a third of what a bundle would weigh.
  // https://docs.aws.amazon.com/lambda/latest/dg/configuration-envvars.html#configuration-envvars-runtime
  external: [
    '@aws-sdk/credential-provider-http',
    '@aws-sdk/credential-provider-ini',
    '@aws-sdk/credential-provider-process',
    '@aws-sdk/credential-provider-sso',
    '@aws-sdk/credential-provider-web-identity',
    '@smithy/credential-provider-imds',
  ],
  metafile: true,
  write: false,
  logLevel: 'silent',
} as const satisfies BuildOptions;

/**
 * Bundles every handler in `backend/handlers` with all that it imports, the AWS SDK too, into `into`: the same sources make the
 * same bytes. Several processes may do so at a time. Rejects with esbuild's message when a source does not compile.
 */
export async function buildFunctionBundles(into = bundlesFolder): Promise<FunctionBundle[]> {
  const names = (await readdir(sources)).filter((name) => name.endsWith('.ts')).sort();
  const entryPoints = names.map((name) => join(sources, name));
  const { outputFiles, metafile } = await build({ ...options, entryPoints, outdir: into });
  const built = Object.entries(metafile.outputs).map(([path, output]) => {
    const folder = dirname(join(project, path));
    const variables = requiredVariables(output);
    return { operationId: camelCase(basename(folder)), folder, bytes: output.bytes, variables };
  });
  await keepOnly([...outputFiles, manifestOf(built, into)], into);
  return built;
}

/** The bundles that were built last. Throws saying how to build them when there are none. */
export function readFunctionBundles(from = bundlesFolder): FunctionBundle[] {
  const manifest = JSON.parse(manifestIn(from)) as FunctionBundle[];
  return manifest.map((bundle) => ({ ...bundle, folder: join(from, bundle.folder) }));
}

function manifestIn(folder: string): string {
  try {
    return readFileSync(join(folder, manifestName), 'utf8');
  } catch (cause) {
    // Said in words: the person has to do something first.
    const problem = `There are no function bundles in ${relative('.', folder)}. Make them with: npm run bundle`;
    throw new Error(problem, { cause });
  }
}

const manifestName = 'bundles.json';

function manifestOf(bundles: readonly FunctionBundle[], folder: string): WrittenFile {
  const manifest = bundles.map((bundle) => ({
    ...bundle,
    folder: relative(folder, bundle.folder),
  }));
  const contents = Buffer.from(`${JSON.stringify(manifest, undefined, 2)}\n`);
  return { path: join(folder, manifestName), contents };
}

type WrittenFile = Pick<OutputFile, 'path' | 'contents'>;

/** Makes `files` all that a folder holds. Whoever reads one meanwhile has the old one or the new one, whole. */
async function keepOnly(files: readonly WrittenFile[], folder: string): Promise<void> {
  const halfWritten = `.${process.pid}.tmp`;
  for (const { path, contents } of files) {
    await mkdir(dirname(path), { recursive: true });
    if (await isSame(path, contents)) continue;
    await writeFile(join(folder, halfWritten), contents);
    await rename(join(folder, halfWritten), path);
  }
  const kept = new Set(files.map(({ path }) => path));
  for (const entry of await readdir(folder, { recursive: true, withFileTypes: true })) {
    const path = join(entry.parentPath, entry.name);
    if (entry.isFile() && !kept.has(path) && !entry.name.endsWith('.tmp')) await rm(path);
  }
}

async function isSame(path: string, contents: Uint8Array): Promise<boolean> {
  try {
    return (await readFile(path)).equals(contents);
  } catch {
    // There is none yet.
    return false;
  }
}

const camelCase = (name: string): string =>
  name.replace(/-([a-z\d])/g, (_, letter: string) => letter.toUpperCase());
