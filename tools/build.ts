/** `npm run build`: the app for production, in dist/. */
import { buildForProduction } from './build/production-build.ts';
import { runCommand } from './processes/start-up-problem.ts';

await runCommand(async () => ((await buildForProduction()) ? 0 : 1));
