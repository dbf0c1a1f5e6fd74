/**
 * `npm run local`: the stand-in for AWS alone. With `--bundles` it runs the Lambda functions as they are uploaded, built afresh,
 * instead of their sources; with `--watch` it starts anew when its sources change.
 */
import { relative } from 'node:path';
import { argv, env, exit } from 'node:process';
import { withoutUserinfo } from './processes/userinfo.ts';

const usage = `Usage: npm run local -- [--bundles] [--watch]     the stand-in for AWS
--bundles runs the functions as they are uploaded, --watch starts it anew when its sources change.`;
const known = ['--bundles', '--watch'];

const given = argv.slice(2);
if (given.includes('--help') || given.includes('-h')) {
  console.log(usage);
  exit(0);
}
const unknown = given.find((argument) => !known.includes(argument));
if (unknown !== undefined) {
  console.error(
    `npm run local knows -- ${known.join(' and ')} and nothing else; what is "${withoutUserinfo(unknown)}"?\n${usage}`,
  );
  exit(1);
}
if (given.includes('--watch')) {
  const { runRestarting } = await import('./processes/restarting.ts');
  const code = await runRestarting({
    name: 'the stand-in for AWS',
    script: import.meta.filename,
    args: given.filter((argument) => argument !== '--watch'),
    // The contracts are no modules, so Node's own --watch would not see them; and it does not say what has changed.
    folders: ['backend', 'local', 'contract'],
  });
  exit(code);
}
if (given.includes('--bundles')) {
  // Not for those who do without: it brings esbuild along.
  const { buildFunctionBundles, bundlesFolder } =
    await import('../infra/functions/function-bundles.ts');
  await buildFunctionBundles();
  env['PRESSPASS_FUNCTIONS'] = relative('.', bundlesFolder);
}
// In this process, so that it ends with it.
await import('../local/main.ts');
