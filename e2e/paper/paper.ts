import { cp, mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Administrator } from './administrator.ts';
import { Cognito } from './cognito.ts';
import { Mailbox } from './mailbox.ts';
import { type Person, newPerson } from './people.ts';
import { type RunningScript, startScript } from './process.ts';

/** The running newspaper: the production build as CloudFront would serve it, and AWS on this laptop with the functions as they are uploaded. */
export class Paper {
  /** The app's origin. */
  readonly url: string;
  /** The origin of the stand-in for AWS. */
  readonly edge: string;
  readonly mailbox: Mailbox;
  readonly cognito: Cognito;
  readonly administrator: Administrator;
  /** Whether its stories or its time are no longer what they were at the start. */
  hasChanged = false;
  readonly #folder: string;
  readonly #preview: RunningScript;
  #standIn: RunningScript | null;

  private constructor(folder: string, preview: RunningScript, standIn: RunningScript) {
    this.#folder = folder;
    this.#preview = preview;
    this.#standIn = standIn;
    this.url = preview.said;
    this.edge = standIn.said;
    this.mailbox = new Mailbox(this.edge);
    this.cognito = new Cognito(this.edge);
    this.administrator = new Administrator(this.edge);
  }

  /** Starts with a fresh state, on free ports, with a clock that `advanceClock` moves. */
  static async start(): Promise<Paper> {
    const folder = await mkdtemp(join(tmpdir(), 'presspass-e2e-'));
    // Seeded once; from then on copies are what starts. Files that are being written cannot be copied.
    await (await startStandIn(seededIn(folder), '0')).stop('SIGTERM');
    await copySeed(folder);
    const standIn = await startStandIn(stateIn(folder), '0');
    try {
      const preview = await startScript(
        ['tools/preview.ts', '--no-build', '--no-local'],
        { PORT: String(await freePort()), EDGE_PORT: new URL(standIn.said).port },
        /Presspass\s+(http:\S+)/,
      );
      return new Paper(folder, preview, standIn);
    } catch (problem) {
      // Half a paper would stay behind, and nobody would know of it.
      await standIn.stop('SIGKILL');
      throw problem;
    }
  }

  /** Puts one that nobody has used in its place: its stories, its people and its time. The addresses stay. */
  async startAnew(): Promise<void> {
    await this.killStandIn();
    await copySeed(this.#folder);
    await this.startStandInAgain();
    this.hasChanged = false;
  }

  /** Moves the stand-in's time; the browser's stays. */
  async advanceClock(seconds: number): Promise<void> {
    this.hasChanged = true;
    await this.#moveClock(seconds);
  }

  /** The stand-in's time, in milliseconds. */
  now(): Promise<number> {
    return this.#moveClock(0);
  }

  async #moveClock(seconds: number): Promise<number> {
    const body = JSON.stringify({ advanceSeconds: seconds });
    const answer = await fetch(`${this.edge}/clock`, { method: 'POST', body });
    if (!answer.ok) throw new Error(await answer.text());
    return Date.parse(((await answer.json()) as { now: string }).now);
  }

  /** As if the power had failed. */
  async killStandIn(): Promise<void> {
    await this.#standIn?.stop('SIGKILL');
    this.#standIn = null;
  }

  /** On the state that was left, at the address where it was. */
  async startStandInAgain(): Promise<void> {
    this.#standIn ??= await startStandIn(stateIn(this.#folder), new URL(this.edge).port);
  }

  /** Somebody with a confirmed account. */
  async join(): Promise<Person> {
    const person = newPerson();
    await this.cognito.signUp(person);
    await this.cognito.confirm(person, await this.mailbox.latestCode(person.email));
    return person;
  }

  async stop(): Promise<void> {
    await Promise.all([this.#preview.stop('SIGTERM'), this.#standIn?.stop('SIGTERM')]);
    await rm(this.#folder, { recursive: true, force: true });
  }
}

const seededIn = (folder: string): string => join(folder, 'seeded');
const stateIn = (folder: string): string => join(folder, 'state');

/** Leaves nothing of the state that was there. */
async function copySeed(folder: string): Promise<void> {
  await rm(stateIn(folder), { recursive: true, force: true });
  await cp(seededIn(folder), stateIn(folder), { recursive: true });
}

/** Ready only with the functions as they are uploaded, whatever becomes of the variable that asks for them. */
function startStandIn(folder: string, port: string): Promise<RunningScript> {
  return startScript(
    ['local/main.ts'],
    {
      EDGE_PORT: port,
      PRESSPASS_DATA: folder,
      PRESSPASS_CLOCK: 'manual',
      PRESSPASS_FUNCTIONS: 'dist/functions',
    },
    /ready.*: (http\S+)[^]*runs +the function bundles in dist\/functions/,
  );
}

export function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer().once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() => {
        resolve(typeof address === 'object' && address ? address.port : 0);
      });
    });
  });
}
