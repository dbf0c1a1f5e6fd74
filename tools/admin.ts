/** `npm run admin -- add <e-mail>`: makes somebody an editor, on the stand-in and on AWS; `remove` and `list` go with it. */
import { argv, env } from 'node:process';
import { adminCommandFrom } from './admin/command.ts';
import { Editors } from './admin/editors.ts';
import { paperAt } from './admin/paper.ts';
import { inWords, peoplePoolClient } from './admin/people-pool.ts';
import { portsFrom } from './processes/ports.ts';
import { runCommand, StartUpProblem } from './processes/start-up-problem.ts';
import { configurationAt } from './remote/configuration.ts';
import type { Configuration } from './remote/configuration.ts';

async function admin(): Promise<number> {
  const { verb, email, at, profile } = adminCommandFrom(argv.slice(2));
  const configuration = at ? await configurationAt(at) : await configurationOfStandIn();
  const client = peoplePoolClient(configuration, profile);
  const editors = new Editors(client, configuration.poolId);
  try {
    console.log(await (verb === 'list' ? editors.list() : editors[verb](email)));
    // The list is for other programs too; what may have changed something says where.
    if (verb !== 'list') console.log(await paperAt(client, configuration, at));
    return 0;
  } catch (failure) {
    // Said in our words where AWS's do not say what to do.
    throw inWords(failure, configuration, profile);
  }
}

async function configurationOfStandIn(): Promise<Configuration> {
  const { edge } = portsFrom(env);
  try {
    return await configurationAt(new URL(`http://127.0.0.1:${edge}`));
  } catch (failure) {
    if (!(failure instanceof StartUpProblem)) throw failure;
    throw new StartUpProblem(
      `No stand-in answers on port ${edge}. Start it (npm start, or npm run local), set EDGE_PORT to where it is, ` +
        'or say --at <url> for a paper on AWS.',
    );
  }
}

await runCommand(admin);
