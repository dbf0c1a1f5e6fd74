/** `npm start`: the stand-in for AWS and the app in development mode, until Ctrl-C. */
import { argv } from 'node:process';
import { portsFrom, requireFreePort } from './processes/ports.ts';
import { ProcessGroup } from './processes/process-group.ts';
import { requireServableFolder } from './processes/project-folder.ts';
import { answering } from './processes/readiness.ts';
import { restartingStandIn, standInReady } from './processes/stand-in.ts';
import { runCommand } from './processes/start-up-problem.ts';
import { argumentsFrom } from './processes/usage.ts';
import { welcome } from './processes/welcome.ts';

const usage =
  'Usage: npm start     the stand-in for AWS and the app in development mode, until Ctrl-C; both follow their sources';

async function start(): Promise<number> {
  argumentsFrom(argv.slice(2), usage, {});
  requireServableFolder(process.cwd(), 'npm start');
  const ports = portsFrom(process.env);
  await requireFreePort(ports.app, 'PORT');
  await requireFreePort(ports.edge, 'EDGE_PORT');
  console.log('Starting Presspass …');
  const group = new ProcessGroup();
  group.start(restartingStandIn(ports.edge));
  group.start({
    name: 'The development server (ng serve)',
    script: 'node_modules/@angular/cli/bin/ng.js',
    args: ['serve', '--host=127.0.0.1', `--port=${ports.app}`],
    env: { NG_CLI_ANALYTICS: 'false', EDGE_PORT: String(ports.edge) },
    output: 'drop',
  });
  try {
    await standInReady(ports.edge, group);
    await answering(`http://127.0.0.1:${ports.app}/`, group.signal);
    console.log(await welcome(ports));
  } catch (problem) {
    if (!group.signal.aborted) throw problem; // ended before it was ready: the group says why
  }
  return group.ended;
}

await runCommand(start);
