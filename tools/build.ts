/** `npm run build`: the app for production, in dist/. */
import { argv } from 'node:process';
import { buildForProduction } from './build/production-build.ts';
import { runCommand } from './processes/start-up-problem.ts';
import { argumentsFrom } from './processes/usage.ts';

const usage = 'Usage: npm run build     the app for production, in dist/';

await runCommand(async () => {
  argumentsFrom(argv.slice(2), usage, {});
  return (await buildForProduction()) ? 0 : 1;
});
