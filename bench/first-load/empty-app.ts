import { cp, readFile, symlink, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { compactDocument } from '../../tools/build/compact-document.ts';
import { runTool } from '../../tools/processes/tool.ts';
import { temporaryFolder } from '../workspace.ts';

const projectFolder = fileURLToPath(new URL('../..', import.meta.url));
const sources = fileURLToPath(new URL('../empty-app', import.meta.url));

interface BuildTarget {
  builder: string;
  configurations: { production: { outputHashing: string; optimization: unknown } };
}

interface AngularWorkspace {
  projects: { presspass: { architect: { build: BuildTarget } } };
}

/** The folders of the empty app: as `ng build` leaves it, and bundled once more as ours is. */
export interface EmptyApp {
  asBuilt: string;
  compacted: string;
}

/**
 * Builds an Angular app with a router and nothing else, with this project's packages and with the
 * optimizations that its angular.json asks for. Throws with the compiler's words when that fails.
 */
export async function buildEmptyApp(): Promise<EmptyApp> {
  const folder = await temporaryFolder('empty-app');
  await cp(sources, folder, { recursive: true });
  await symlink(join(projectFolder, 'node_modules'), join(folder, 'node_modules'), 'junction');
  await writeJson(join(folder, 'package.json'), { private: true });
  await writeJson(join(folder, 'angular.json'), await workspace());
  await writeJson(join(folder, 'tsconfig.json'), {
    extends: join(projectFolder, 'tsconfig.json'),
    compilerOptions: { types: [] },
    files: ['main.ts'],
  });
  const ng = resolve(projectFolder, 'node_modules/@angular/cli/bin/ng.js');
  const { code, output } = await runTool(ng, ['run', 'empty:build'], {
    output: 'keep',
    env: { NG_CLI_ANALYTICS: 'false' },
    folder,
  });
  if (code !== 0) throw new Error(`The empty app could not be built:\n${output}`);
  const asBuilt = join(folder, 'built');
  const compacted = join(folder, 'compacted');
  await compactDocument({ from: asBuilt, page: 'index.html', to: compacted });
  return { asBuilt, compacted };
}

/** An angular.json that cannot drift from ours: its builder and its optimizations are read from there. */
async function workspace(): Promise<object> {
  const text = await readFile(join(projectFolder, 'angular.json'), 'utf8');
  const { builder, configurations } = (JSON.parse(text) as AngularWorkspace).projects.presspass
    .architect.build;
  const { outputHashing, optimization } = configurations.production;
  const options = {
    browser: 'main.ts',
    index: 'index.html',
    tsConfig: 'tsconfig.json',
    outputPath: { base: 'built', browser: '' },
    outputHashing,
    optimization,
  };
  const architect = { build: { builder, options } };
  return { version: 1, projects: { empty: { projectType: 'application', root: '', architect } } };
}

const writeJson = (file: string, content: object): Promise<void> =>
  writeFile(file, JSON.stringify(content));
