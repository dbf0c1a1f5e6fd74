/**
 * Runs one of the project's commands, on a fresh clone too: `node tools/run.mjs <command> [args]`.
 *
 * `<command>` is the name of a file in tools/ (`start` → tools/start.ts) or the path of another
 * script (`local/main.ts`). Plain JavaScript without dependencies, because it is what installs them,
 * and because it must run on Node 20, which cannot run TypeScript.
 */
import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { argv, exit, stderr } from 'node:process';
import { fileURLToPath } from 'node:url';
import { installDependencies, isInstalled, projectNode } from './run/dependencies.mjs';
import { runOnProjectNode } from './run/project-node.mjs';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const [command, ...args] = argv.slice(2);

/** Ends with one clear message. */
function stop(message) {
  stderr.write(`${message}\n`);
  exit(1);
}

/** Whether the command wants what only deploying to AWS needs: infra/ has packages of its own, which running the app does without. */
function isForAws() {
  if (command === 'test') return args.length === 0 || args.some(isOfNodeSuite);
  return ['check', 'deploy', 'destroy', 'bench/main.ts'].includes(command);
}

/** Suites, and the files of them, that know nothing of AWS for real. */
const otherTests = /^(app|e2e|conformance|src\/.*|e2e\/.*|conformance\/.*|-.*)$/;
const isOfNodeSuite = (name) => !otherTests.test(name);

if (!command) stop('Which command? For example: node tools/run.mjs start');
const script = join(root, command.includes('/') ? command : `tools/${command}.ts`);

for (const folder of [root, ...(isForAws() ? [join(root, 'infra')] : [])]) {
  if (isInstalled(folder)) continue;
  const problem = await installDependencies(folder);
  if (problem) stop(problem);
}
if (!existsSync(projectNode(root))) {
  stop(
    "The project's own Node is missing from node_modules: its install script did not run.\n" +
      'If npm is set to ignore scripts, allow this one: npm rebuild node --ignore-scripts=false',
  );
}
if (!existsSync(script)) stop(`There is no command "${command}": ${script} does not exist.`);
exit(await runOnProjectNode(root, script, args));
