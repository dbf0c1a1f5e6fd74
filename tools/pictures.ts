/** `npm run pictures`: takes the pictures in docs/pictures anew, from the production build. */
import { argv } from 'node:process';
import { buildFunctionBundles } from '../infra/functions/function-bundles.ts';
import { buildForProduction } from './build/production-build.ts';
import { findChromium } from './find-chromium.ts';
import { runCommand } from './processes/start-up-problem.ts';
import { argumentsFrom } from './processes/usage.ts';
import { runTool } from './processes/tool.ts';

const usage = 'Usage: npm run pictures     the pictures in docs/pictures anew';

async function takePictures(): Promise<number> {
  argumentsFrom(argv.slice(2), usage, {});
  if (!(await buildForProduction())) return 1;
  await buildFunctionBundles();
  const { code } = await runTool(
    'node_modules/@playwright/test/cli.js',
    ['test', '--config=e2e/playwright.config.ts', 'pictures'],
    { output: 'show', env: { CHROME_BIN: findChromium(), PRESSPASS_PICTURES: '1' } },
  );
  return code;
}

await runCommand(takePictures);
