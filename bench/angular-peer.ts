import { cp, readFile, symlink, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { runTool } from '../tools/processes/tool.ts';
import { temporaryFolder } from './workspace.ts';

const projectFolder = fileURLToPath(new URL('..', import.meta.url));

interface BuildTarget {
  builder: string;
  configurations: { production: { outputHashing: string; optimization: unknown } };
}

interface AngularWorkspace {
  projects: { presspass: { architect: { build: BuildTarget } } };
}

/** An Angular app to compare ours with: a folder beside this file with `main.ts` and `index.html`. */
export interface PeerSources {
  folder: string;
  /** Style sheets, as paths below `node_modules`. */
  styles?: readonly string[];
}

/**
 * Builds a peer with this project's packages and with the optimizations that its angular.json asks
 * for. Resolves to the folder `ng build` has filled, in a folder where more may be put. Throws with the
 * compiler's words when that fails.
 */
export async function buildPeer({ folder: name, styles = [] }: PeerSources): Promise<string> {
  const folder = await temporaryFolder(name);
  await cp(fileURLToPath(new URL(name, import.meta.url)), folder, { recursive: true });
  await symlink(join(projectFolder, 'node_modules'), join(folder, 'node_modules'), 'junction');
  await writeJson(join(folder, 'package.json'), { private: true });
  await writeJson(join(folder, 'angular.json'), await workspace(styles));
  await writeJson(join(folder, 'tsconfig.json'), {
    extends: join(projectFolder, 'tsconfig.json'),
    compilerOptions: { types: [] },
    files: ['main.ts'],
  });
  const ng = resolve(projectFolder, 'node_modules/@angular/cli/bin/ng.js');
  const { code, output } = await runTool(ng, ['run', 'peer:build'], {
    output: 'keep',
    env: { NG_CLI_ANALYTICS: 'false' },
    folder,
  });
  if (code !== 0) throw new Error(`${name} could not be built:\n${output}`);
  return join(folder, 'built');
}

/** An angular.json that cannot drift from ours: its builder and its optimizations are read from there. */
async function workspace(styles: readonly string[]): Promise<object> {
  const text = await readFile(join(projectFolder, 'angular.json'), 'utf8');
  const { builder, configurations } = (JSON.parse(text) as AngularWorkspace).projects.presspass
    .architect.build;
  const { outputHashing, optimization } = configurations.production;
  const options = {
    browser: 'main.ts',
    index: 'index.html',
    tsConfig: 'tsconfig.json',
    outputPath: { base: 'built', browser: '' },
    styles: styles.map((sheet) => `node_modules/${sheet}`),
    allowedCommonJsDependencies: ['lodash', 'qrcode'],
    outputHashing,
    optimization,
  };
  const architect = { build: { builder, options } };
  return { version: 1, projects: { peer: { projectType: 'application', root: '', architect } } };
}

const writeJson = (file: string, content: object): Promise<void> =>
  writeFile(file, JSON.stringify(content));
