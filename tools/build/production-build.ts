import { rm } from 'node:fs/promises';
import { runTool } from '../processes/tool.ts';
import { compactDocument } from './compact-document.ts';

/** Where the production build lies. */
export const buildFolder = 'dist/presspass/browser';

/**
 * The app's two documents (docs/decisions/0008), by the target in angular.json that builds each; the
 * output folders are named there too.
 */
const documents = [
  { target: 'presspass:build:production', from: 'dist/news-document', page: 'index.html' },
  { target: 'presspass:build-identity', from: 'dist/identity-document', page: 'identity.html' },
];

/** Builds the app for production. Resolves to whether that succeeded; the compiler says why not. */
export async function buildForProduction(): Promise<boolean> {
  await rm(buildFolder, { recursive: true, force: true });
  for (const { target, from, page } of documents) {
    console.log(`Building ${page} …`);
    const { code, output } = await runTool('node_modules/@angular/cli/bin/ng.js', ['run', target], {
      output: 'keep',
      env: { NG_CLI_ANALYTICS: 'false' },
    });
    // Two screens of chunk names are of no use to anybody while all is well.
    if (code !== 0 || output.includes('WARNING')) console.log(output);
    if (code !== 0) return false;
    await compactDocument({ from, page, to: buildFolder });
  }
  return true;
}
