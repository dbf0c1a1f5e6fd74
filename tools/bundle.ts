/** `npm run bundle`: the Lambda functions as they are uploaded, in dist/functions/. */
import { buildFunctionBundles } from '../infra/functions/function-bundles.ts';
import { runCommand } from './processes/start-up-problem.ts';

async function bundle(): Promise<number> {
  for (const { operationId, bytes, variables } of await buildFunctionBundles()) {
    const size = bytes.toLocaleString('en-GB').padStart(7);
    console.log(`${size} bytes  ${operationId.padEnd(18)} ${variables.join(', ')}`);
  }
  return 0;
}

await runCommand(bundle);
