/**
 * `npm run preview`: the production build as CloudFront would serve it, with the stand-in for AWS behind it.
 * `--no-build` serves the build that is there, `--no-local` leaves starting the stand-in to somebody else.
 */
import { existsSync } from 'node:fs';
import { argv } from 'node:process';
import { buildFolder, buildForProduction } from './build/production-build.ts';
import { openPreview } from './preview/preview-server.ts';
import { portsFrom, requireFreePort } from './processes/ports.ts';
import { ProcessGroup } from './processes/process-group.ts';
import { standIn, standInReady } from './processes/stand-in.ts';
import { StartUpProblem, runCommand } from './processes/start-up-problem.ts';
import { argumentsFrom } from './processes/usage.ts';
import { welcome } from './processes/welcome.ts';

const usage = `Usage: npm run preview -- [--no-build] [--no-local]     the production build, as CloudFront would serve it
--no-build serves the build that is there, --no-local leaves starting the stand-in to somebody else.`;
const flag = { type: 'boolean' } as const;

async function preview(): Promise<number> {
  const { values } = argumentsFrom(argv.slice(2), usage, {
    options: { 'no-build': flag, 'no-local': flag },
  });
  const isBuilding = values['no-build'] !== true;
  const isStartingStandIn = values['no-local'] !== true;
  const ports = portsFrom(process.env);
  await requireFreePort(ports.app, 'PORT');
  if (isStartingStandIn) await requireFreePort(ports.edge, 'EDGE_PORT');
  if (isBuilding && !(await buildForProduction())) return 1;
  if (!existsSync(`${buildFolder}/index.html`)) {
    throw new StartUpProblem(`There is no build in ${buildFolder}. Leave out --no-build.`);
  }
  const group = new ProcessGroup();
  if (isStartingStandIn) group.start(standIn(ports.edge));
  try {
    const origin = `http://localhost:${ports.edge}`;
    await openPreview({ folder: buildFolder, port: ports.app, origin });
    if (isStartingStandIn) {
      await standInReady(ports.edge, group);
      console.log(await welcome(ports));
    } else {
      console.log(`Presspass  http://localhost:${ports.app}  (without a stand-in of its own)`);
    }
  } catch (problem) {
    if (!group.signal.aborted) throw problem; // ended before it was ready: the group says why
  }
  return group.ended;
}

await runCommand(preview);
