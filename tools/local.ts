/**
 * `npm run local`: the stand-in for AWS alone. With `--bundles` it runs the Lambda functions as they are uploaded, built afresh,
 * instead of their sources.
 */
import { relative } from 'node:path';
import { argv, env, exit } from 'node:process';
import { withoutUserinfo } from './processes/userinfo.ts';

const usage =
  'Usage: npm run local -- [--bundles]     the stand-in for AWS; with the functions as they are uploaded';

if (argv.includes('--help') || argv.includes('-h')) {
  console.log(usage);
  exit(0);
}
const [unknown] = argv.slice(2).filter((argument) => argument !== '--bundles');
if (unknown !== undefined) {
  console.error(
    `npm run local knows -- --bundles and nothing else; what is "${withoutUserinfo(unknown)}"?\n${usage}`,
  );
  exit(1);
}
if (argv.includes('--bundles')) {
  // Not for those who do without: it brings esbuild along.
  const { buildFunctionBundles, bundlesFolder } =
    await import('../infra/functions/function-bundles.ts');
  await buildFunctionBundles();
  env['PRESSPASS_FUNCTIONS'] = relative('.', bundlesFolder);
}
// In this process, so that it ends with it.
await import('../local/main.ts');
