import type { IncomingMessage, ServerResponse } from 'node:http';
import { articlesTableDefinition } from '../backend/dynamodb/articles-table.ts';
import type { Clock } from './clock.ts';
import { ManualClock, stoppedClock, systemClock } from './clock.ts';
import { openDoor } from './edge.ts';
import type { Door } from './edge.ts';
import { enterEnvironment } from './environment.ts';
import type { HandlerEnvironment } from './environment.ts';
import { publishFirstArticles } from './first-articles.ts';
import type { CorsMode } from './gateway/cors.ts';
import type { TrafficLimits } from './token-bucket.ts';
import { openGateways } from './gateways.ts';
import { SenderGone } from './http/body.ts';
import { secretsOf, sendDefect } from './http/defect.ts';
import { sendText } from './http/reply.ts';
import { listen } from './http/server.ts';
import { openMailbox } from './mailbox/mailbox.ts';
import type { Mailbox } from './mailbox/mailbox.ts';
import { REGION } from './seed/identities.ts';
import { seedPeople } from './seed/people.ts';
import { signInEnvironment } from './sign-in-environment.ts';
import { unusable } from './state-database.ts';
import {
  checkStateFolder,
  claimStateFolder,
  folderInUse,
  isSeeded,
  tablesIn,
  unfitItems,
} from './state-folder.ts';
import { articlesTableName } from './tables/articles-table-name.ts';
import { ItemsDoNotFit } from './tables/rebuild-table.ts';
import { openTables, TablesInUse } from './tables/tables.ts';
import type { Tables } from './tables/tables.ts';
import { openUserPools } from './user-pool/user-pools.ts';
import type { UserPools } from './user-pool/user-pools.ts';

/** How to start a stand-in. */
export interface StandInOptions {
  /** Where everything is kept; made when missing. */
  folder: string;
  /** 0 takes any free port. */
  port: number;
  /** `manual`: `POST /clock` may move its time; `stopped`: nothing else does. */
  clock?: 'system' | 'manual' | 'stopped';
  /** Which requests to the API are logged. */
  log?: 'all' | 'failures';
  /** `none` leaves an empty table empty. */
  articles?: 'seeded' | 'none';
  /** `on`: the user pools refuse what is over AWS's limits on requests a second. */
  quotas?: 'on' | 'off';
  /** `fresh` leaves CORS out of the gateways' own answers. */
  cors?: CorsMode;
  /** API Gateway's own limits unless given. */
  throttle?: TrafficLimits;
  /** The folder of the function bundles to run; the handlers' sources unless given. */
  functions?: string;
}

/** AWS on this machine, running. */
export interface StandIn {
  port: number;
  /** `http://localhost:4300` */
  url: string;
  /** The folder of the function bundles that it runs; undefined when it runs their sources. */
  functions: string | undefined;
  close(): Promise<void>;
}

/**
 * Starts user pools, gateway, tables and mailbox behind one door on 127.0.0.1. One at a time per
 * process, since the handlers read their environment from it. Throws `PortInUse` or
 * `UnusableStateError`; then nothing keeps running and the state is as it was.
 */
export async function startStandIn(options: StandInOptions): Promise<StandIn> {
  await checkStateFolder(options.folder);
  const cleanUp: CleanUp = [];
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

type CleanUp = (() => unknown)[];

async function start(options: StandInOptions, cleanUp: CleanUp): Promise<Omit<StandIn, 'close'>> {
  const { folder, cors = 'open', throttle, functions } = options;
  const opening: { door?: Door } = {};
  // The port comes first: while another stand-in has it, the state is left alone.
  const server = await listen(options.port, (request, response) => {
    void answer(opening.door, request, response);
  });
  // First to close as well: afterwards no request is running.
  cleanUp.push(() => server.close());
  await claimStateFolder(folder);

  const manualClock = manualClockFor(options.clock);
  const clock: Clock = manualClock ?? systemClock;
  const parts = await openParts(options, clock, cleanUp);
  cleanUp.push(enterEnvironment(environmentOf(options, parts.userPools, server.port)));

  const url = `http://localhost:${String(server.port)}`;
  const apis = await openGateways(parts.userPools, { clock, cors, throttle, functions });
  opening.door = openDoor({ url, ...parts, apis, manualClock });
  // Once only: people who were deleted, all of them even, do not come back with passwords that everybody knows.
  if (!(await isSeeded(folder))) seedPeople(parts.userPools);
  if (options.articles !== 'none') await publishFirstArticles(folder, clock.now());
  return { port: server.port, url, functions };
}

function manualClockFor(kind: StandInOptions['clock']): ManualClock | undefined {
  if (kind === 'manual') return new ManualClock();
  return kind === 'stopped' ? new ManualClock(stoppedClock()) : undefined;
}

/** What keeps state. */
interface Parts {
  tables: Tables;
  mailbox: Mailbox;
  userPools: UserPools;
}

async function openParts(options: StandInOptions, clock: Clock, cleanUp: CleanUp): Promise<Parts> {
  const { folder, quotas = 'off' } = options;
  const tables = await openArticleTables(folder, cleanUp);
  const mailbox = openMailbox({ folder, clock });
  cleanUp.push(() => {
    mailbox.close();
  });
  const userPools = await openUserPools({ folder, clock, mailbox, quotas });
  cleanUp.push(() => {
    userPools.close();
  });
  return { tables, mailbox, userPools };
}

function environmentOf(
  options: StandInOptions,
  userPools: UserPools,
  port: number,
): HandlerEnvironment {
  return {
    ARTICLES_TABLE: articlesTableName,
    AWS_REGION: REGION,
    AWS_ENDPOINT_URL_DYNAMODB: `http://127.0.0.1:${String(port)}`,
    ...signInEnvironment(userPools, port),
    REQUEST_LOG: options.log ?? 'failures',
  };
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
    // Anybody can hang up; the terminal is for what is wrong here.
    if (defect instanceof SenderGone) return;
    // One broken request must not end the process for everybody else.
    sendDefect(response, defect, secretsOf(request));
  }
}

async function openArticleTables(folder: string, cleanUp: CleanUp): Promise<Tables> {
  try {
    const tables = await openTables(tablesIn(folder));
    cleanUp.push(() => tables.close());
    const items = await tables.ensure(articlesTableDefinition(articlesTableName));
    if (items !== undefined) {
      // On standard error: `npm start` shows nothing else of this process.
      console.warn(`The table's definition has changed: rebuilt with ${String(items)} items.`);
    }
    return tables;
  } catch (failure) {
    // Said in our words: where, and what to do.
    if (failure instanceof TablesInUse) throw folderInUse(folder);
    throw failure instanceof ItemsDoNotFit ? unfitItems(folder) : unusable(folder, failure);
  }
}
