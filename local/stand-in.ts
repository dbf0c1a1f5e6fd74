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
import { NoRoomForBody } from './http/body-room.ts';
import { hangUpAfter, SenderGone } from './http/body.ts';
import { secretsOf, sendDefect } from './http/defect.ts';
import { sendJson, sendText } from './http/reply.ts';
import { listen } from './http/server.ts';
import { openMailbox } from './mailbox/mailbox.ts';
import type { Mailbox } from './mailbox/mailbox.ts';
import { REGION } from './seed/identities.ts';
import { seedPeople } from './seed/people.ts';
import { signInEnvironment } from './sign-in-environment.ts';
import { openState } from './state/state.ts';
import type { State } from './state/state.ts';
import { contentOf, unfitItems } from './state/state-folder.ts';
import { NotWritten, unusable } from './state/unusable-state.ts';
import { articlesTableName } from './tables/articles-table-name.ts';
import { ItemsDoNotFit } from './tables/rebuild-table.ts';
import { openTables } from './tables/tables.ts';
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
  contentOf(options.folder);
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
  const { cors = 'open', throttle, functions } = options;
  const opening: { door?: Door } = {};
  // The port comes first: while another stand-in has it, the state is left alone.
  const server = await listen(options.port, (request, response) => {
    void answer(opening.door, request, response);
  });
  // First to close as well: afterwards no request is running.
  cleanUp.push(() => server.close());

  const manualClock = manualClockFor(options.clock);
  const clock: Clock = manualClock ?? systemClock;
  const parts = await openParts(options, clock, cleanUp);
  cleanUp.push(enterEnvironment(environmentOf(options, parts.userPools, server.port)));

  const url = `http://localhost:${String(server.port)}`;
  const apis = await openGateways(parts.userPools, { clock, cors, throttle, functions });
  seedPeople(parts.state, parts.userPools, clock.now());
  if (options.articles !== 'none') {
    await publishFirstArticles(parts.state, parts.tables, clock.now());
  }
  // Last of all: whoever is let in finds the whole paper.
  opening.door = openDoor({ url, ...parts, apis, manualClock });
  return { port: server.port, url, functions };
}

function manualClockFor(kind: StandInOptions['clock']): ManualClock | undefined {
  if (kind === 'manual') return new ManualClock();
  return kind === 'stopped' ? new ManualClock(stoppedClock()) : undefined;
}

/** What keeps state. */
interface Parts {
  state: State;
  tables: Tables;
  mailbox: Mailbox;
  userPools: UserPools;
}

async function openParts(options: StandInOptions, clock: Clock, cleanUp: CleanUp): Promise<Parts> {
  const { folder, quotas = 'off' } = options;
  const state = await openState(folder);
  const { database } = state;
  const closing: CleanUp = [
    () => {
      state.close();
    },
  ];
  cleanUp.push(async () => {
    for (const step of closing) await step();
  });
  const tables = await openArticleTables(state, folder, closing);
  const mailbox = openMailbox({ database, clock });
  const userPools = await openUserPools({ database, clock, mailbox, quotas });
  return { state, tables, mailbox, userPools };
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
    else {
      response.setHeader('Retry-After', '1');
      sendText(response, 503, 'Starting. Try again in a moment.');
    }
  } catch (defect) {
    // Anybody can hang up; the terminal is for what is wrong here.
    if (defect instanceof SenderGone) return;
    if (defect instanceof NoRoomForBody) {
      refuseForNow(defect, request, response);
      return;
    }
    if (defect instanceof NotWritten) {
      console.error(defect.message);
      if (response.headersSent) response.destroy();
      else sendText(response, 503, defect.message);
      return;
    }
    // One broken request must not end the process for everybody else.
    sendDefect(response, defect, secretsOf(request));
  }
}

/** In words that clients of all services here understand: AWS's SDKs ask again by themselves. */
function refuseForNow(
  { message }: NoRoomForBody,
  request: IncomingMessage,
  response: ServerResponse,
): void {
  hangUpAfter(request, response);
  response.setHeader('Retry-After', '1');
  sendJson(response, 503, { __type: 'ServiceUnavailable', message });
}

async function openArticleTables(
  { database }: State,
  folder: string,
  closing: CleanUp,
): Promise<Tables> {
  try {
    const tables = await openTables(database);
    closing.unshift(() => tables.close());
    const items = await tables.ensure(articlesTableDefinition(articlesTableName));
    if (items !== undefined) {
      // On standard error: `npm start` shows nothing else of this process.
      console.warn(`The table's definition has changed: rebuilt with ${String(items)} items.`);
    }
    return tables;
  } catch (failure) {
    // Said in our words: where, and what to do.
    throw failure instanceof ItemsDoNotFit ? unfitItems(folder) : unusable(folder, failure);
  }
}
