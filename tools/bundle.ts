/** `npm run bundle`: the Lambda functions as they are uploaded, in dist/functions/. */
import { argv } from 'node:process';
import { buildFunctionBundles } from '../infra/functions/function-bundles.ts';
import { runCommand } from './processes/start-up-problem.ts';
import { argumentsFrom } from './processes/usage.ts';

const usage =
  'Usage: npm run bundle     the Lambda functions as they are uploaded, in dist/functions/';

async function bundle(): Promise<number> {
  argumentsFrom(argv.slice(2), usage, {});
  for (const { operationId, bytes, variables } of await buildFunctionBundles()) {
    const size = bytes.toLocaleString('en-GB').padStart(7);
    console.log(`${size} bytes  ${operationId.padEnd(18)} ${variables.join(', ')}`);
  }
  return 0;
}

await runCommand(bundle);
