import { cp, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { compactDocument } from '../../tools/build/compact-document.ts';
import { runTool } from '../../tools/processes/tool.ts';
import { temporaryFolder } from '../workspace.ts';

const projectFolder = fileURLToPath(new URL('../..', import.meta.url));
const nobody = fileURLToPath(new URL('../no-session/session.ts', import.meta.url));

/** What a build of the newspaper's document reads. */
const sources = ['angular.json', 'contract', 'package.json', 'public', 'src', 'tsconfig.json'];

/**
 * Builds the newspaper's document with nobody behind the public face of the session folder, and
 * otherwise as it is. Resolves to the folder it can be served from. Throws with the compiler's words when that fails.
 */
export async function buildWithoutSession(): Promise<string> {
  const folder = await temporaryFolder('without-session');
  for (const name of sources) {
    await cp(join(projectFolder, name), join(folder, name), { recursive: true });
  }
  await symlink(join(projectFolder, 'node_modules'), join(folder, 'node_modules'), 'junction');
  // Of the other document's pages, which need more of the session, nothing is compiled.
  const settings = { extends: './tsconfig.json', files: ['src/main.ts'] };
  await writeFile(join(folder, 'tsconfig.app.json'), JSON.stringify(settings));
  await cp(nobody, join(folder, 'src/app/session/index.ts'));
  const ng = join(projectFolder, 'node_modules/@angular/cli/bin/ng.js');
  const { code, output } = await runTool(ng, ['run', 'presspass:build:production'], {
    output: 'keep',
    env: { NG_CLI_ANALYTICS: 'false' },
    folder,
  });
  if (code !== 0) throw new Error(`The paper without a session could not be built:\n${output}`);
  const served = join(folder, 'served');
  await compactDocument({
    from: join(folder, 'dist/news-document'),
    page: 'index.html',
    to: served,
  });
  return served;
}
