import { glob, readFile } from 'node:fs/promises';
import { sep } from 'node:path';
import { requireServableFolder } from '../processes/project-folder.ts';
import type { Outcome } from './outcome.ts';

/** One of the kinds of tests. */
export interface Suite {
  title: string;
  /** Where its tests are, for people. */
  place: string;
  /** Its files, from the project's folder. */
  files: () => Promise<string[]>;
  /** Runs these files, or without any all there are. */
  run: (files?: string[]) => Promise<Outcome>;
}

/** In the order in which they run. */
export const suiteNames = ['node', 'conformance', 'app', 'e2e'] as const;

export type SuiteName = (typeof suiteNames)[number];

const nodeFolders = ['contract', 'backend', 'local', 'infra', 'tools', 'bench', 'conformance'];

const nodeFiles = (): Promise<string[]> =>
  found(nodeFolders.map((folder) => `${folder}/**/*.test.ts`));

/** What runs them is loaded when they run, so that a wrong name is said at once. */
export const suites: Readonly<Record<SuiteName, Suite>> = {
  node: {
    title: 'Contract, back end, stand-in and tools',
    place: `*.test.ts in ${nodeFolders.join(', ')}`,
    files: nodeFiles,
    run: async (files) => {
      const { runNodeSuite } = await import('./node-suite.ts');
      return runNodeSuite(files ?? (await nodeFiles()));
    },
  },
  conformance: {
    title: 'Other people’s clients',
    place: 'those with checks in conformance/checks',
    files: filesWithChecks,
    run: async (files) => {
      const { runConformanceSuite } = await import('./conformance-suite.ts');
      return runConformanceSuite(files);
    },
  },
  app: {
    title: 'The app, in a browser',
    place: '*.spec.ts in src',
    files: () => found(['src/**/*.spec.ts']),
    run: async (files) => {
      requireServableFolder(process.cwd(), 'npm run test:app');
      const { runAppSuite } = await import('./app-suite.ts');
      return runAppSuite(await chromium(), files);
    },
  },
  e2e: {
    title: 'Journeys through the production build',
    place: '*.journey.ts in e2e/journeys',
    files: () => found(['e2e/journeys/*.journey.ts']),
    run: async (files) => {
      const { runJourneySuite } = await import('./journey-suite.ts');
      return runJourneySuite(await chromium(), files);
    },
  },
};

async function chromium(): Promise<string> {
  const { findChromium } = await import('../find-chromium.ts');
  return findChromium();
}

async function found(patterns: string[]): Promise<string[]> {
  const files: string[] = [];
  const exclude = ['**/node_modules/**'];
  for await (const file of glob(patterns, { exclude })) files.push(file.replaceAll(sep, '/'));
  return files.sort();
}

/** Beside the checks is what several of them share. */
async function filesWithChecks(): Promise<string[]> {
  const files: string[] = [];
  for (const file of await found(['conformance/checks/*.ts'])) {
    if (/^export const \w+: (readonly )?Check\[\] =/m.test(await readFile(file, 'utf8'))) {
      files.push(file);
    }
  }
  return files;
}
