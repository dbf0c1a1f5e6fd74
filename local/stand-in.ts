import type { IncomingMessage, ServerResponse } from 'node:http';
import { articlesTableDefinition } from '../backend/dynamodb/articles-table.ts';
import { openArticles } from '../backend/dynamodb/open-articles.ts';
import type { Clock } from './clock.ts';
import { ManualClock, systemClock } from './clock.ts';
import { openDoor } from './edge.ts';
import type { Door } from './edge.ts';
import { enterEnvironment } from './environment.ts';
import { readContract } from './gateway/contract.ts';
import { openRestApi } from './gateway/rest-api.ts';
import type { RestApi } from './gateway/rest-api.ts';
import type { References, TrustedPool } from './gateway/trusted-pool.ts';
import { sendText } from './http/reply.ts';
import { listen } from './http/server.ts';
import { openMailbox } from './mailbox/mailbox.ts';
import { seedArticles } from './seed/articles.ts';
import { peoplePool, REGION, servicesPool } from './seed/identities.ts';
import { seedPeople } from './seed/people.ts';
import { signInEnvironment } from './sign-in-environment.ts';
import { unusable } from './state-database.ts';
import {
  checkStateFolder,
  claimStateFolder,
  folderInUse,
  isSeeded,
  markSeeded,
  tablesIn,
} from './state-folder.ts';
import { openTables, TablesInUse } from './tables/tables.ts';
import type { Tables } from './tables/tables.ts';
import type { PoolSettings } from './user-pool/pool-settings.ts';
import { openUserPools } from './user-pool/user-pools.ts';
import type { UserPools } from './user-pool/user-pools.ts';

const articlesTableName = 'presspass-articles';

/** How to start a stand-in. */
export interface StandInOptions {
  /** Where everything is kept; made when missing. */
  folder: string;
  /** 0 takes any free port. */
  port: number;
  /** `manual`: `POST /clock` may move its time. */
  clock?: 'system' | 'manual';
  /** Which requests to the API are logged. */
  log?: 'all' | 'failures';
  /** `none` leaves an empty table empty. */
  articles?: 'seeded' | 'none';
  /** `on`: the user pools refuse what is over AWS's limits on requests a second. */
  quotas?: 'on' | 'off';
}

/** AWS on this machine, running. */
export interface StandIn {
  port: number;
  /** `http://localhost:4300` */
  url: string;
  close(): Promise<void>;
}

/**
 * Starts user pools, gateway, tables and mailbox behind one door on 127.0.0.1. One at a time per
 * process, since the handlers read their environment from it. Throws `PortInUse` or
 * `UnusableStateError`; then nothing keeps running and the state is as it was.
 */
export async function startStandIn(options: StandInOptions): Promise<StandIn> {
  await checkStateFolder(options.folder);
  const cleanUp: (() => unknown)[] = [];
  const close = async (): Promise<void> => {
    for (const step of cleanUp.splice(0)) await step();
  };
  try {
    return { ...(await start(options, cleanUp)), close };
  } catch (failure) {
    // Whatever has been opened so far must not stay open.
    await close();
    throw failure;
  }
}

async function start(
  options: StandInOptions,
  cleanUp: (() => unknown)[],
): Promise<Omit<StandIn, 'close'>> {
  const { folder } = options;
  const opening: { door?: Door } = {};
  // The port comes first: while another stand-in has it, the state is left alone.
  const server = await listen(options.port, (request, response) => {
    void answer(opening.door, request, response);
  });
  // First to close as well: afterwards no request is running.
  cleanUp.push(() => server.close());
  const { port } = server;
  await claimStateFolder(folder);

  const manualClock = options.clock === 'manual' ? new ManualClock() : undefined;
  const clock: Clock = manualClock ?? systemClock;
  const tables = await openArticleTables(folder);
  cleanUp.push(() => tables.close());
  const mailbox = openMailbox({ folder, clock });
  cleanUp.push(() => {
    mailbox.close();
  });
  const userPools = await openUserPools({
    folder,
    clock,
    mailbox,
    quotas: options.quotas ?? 'off',
  });
  cleanUp.push(() => {
    userPools.close();
  });
  cleanUp.push(
    enterEnvironment({
      ARTICLES_TABLE: articlesTableName,
      AWS_REGION: REGION,
      AWS_ENDPOINT_URL_DYNAMODB: `http://127.0.0.1:${String(port)}`,
      ...signInEnvironment(userPools, port),
      REQUEST_LOG: options.log ?? 'failures',
    }),
  );

  const url = `http://localhost:${String(port)}`;
  const restApis = await openRestApis(userPools, clock);
  opening.door = openDoor({ url, userPools, tables, mailbox, restApis, manualClock });
  seedPeople(userPools);
  if (options.articles !== 'none') await publishFirstArticles(folder, clock);
  return { port, url };
}

async function answer(
  door: Door | undefined,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  try {
    if (door) await door(request, response);
    else sendText(response, 503, 'Starting. Try again in a moment.');
  } catch (defect) {
    // One broken request must not end the process for everybody else.
    console.error(defect);
    if (response.headersSent) response.destroy();
    else sendText(response, 500, 'The stand-in has a defect; its terminal shows it.');
  }
}

async function openArticleTables(folder: string): Promise<Tables> {
  try {
    const tables = await openTables(tablesIn(folder));
    await tables.ensure(articlesTableDefinition(articlesTableName));
    return tables;
  } catch (failure) {
    // Said in our words: where, and what to do.
    throw failure instanceof TablesInUse ? folderInUse(folder) : unusable(folder, failure);
  }
}

async function openRestApis(userPools: UserPools, clock: Clock): Promise<RestApi[]> {
  const references = referencesTo(userPools);
  const handlers = new URL('../backend/handlers/', import.meta.url);
  const contracts = ['news', 'services'].map(async (name) => {
    const contract = await readContract(new URL(`../contract/${name}.yaml`, import.meta.url));
    return openRestApi({ contract, references, handlers, clock });
  });
  return Promise.all(contracts);
}

/** What the contracts' authorizers name, as a deployment substitutes it. */
function referencesTo(userPools: UserPools): References {
  const people = trusted(userPools, peoplePool);
  const services = trusted(userPools, servicesPool);
  return {
    pools: { '${PeoplePoolArn}': people, '${ServicesPoolArn}': services },
    expressions: { '${PeopleClientIds}': people.clientIds.join('|') },
  };
}

function trusted(userPools: UserPools, { id, clients }: PoolSettings): TrustedPool {
  const jwks = userPools.jwks(id);
  if (!jwks) throw new Error(`There is no user pool ${id}.`);
  return { userPoolId: id, clientIds: clients.map((client) => client.id), jwks };
}

/** Once per state folder: a paper that an editor has emptied stays empty. */
async function publishFirstArticles(folder: string, clock: Clock): Promise<void> {
  if (await isSeeded(folder)) return;
  const articles = openArticles();
  const { items } = await articles.listNews({ limit: 1 });
  if (items.length === 0) await articles.publish(await seedArticles(clock.now()));
  await markSeeded(folder);
}
