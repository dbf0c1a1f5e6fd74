import { createReadStream } from 'node:fs';
import { resolve } from 'node:path';
import { cwd, env } from 'node:process';
import { feedProblem } from './feed-problem.ts';

/** A feed as it came; `charset` is what HTTP says of it. */
export interface FeedBytes {
  bytes: Buffer;
  charset?: string;
}

/** A feed of a thousand whole articles is a tenth of this. */
const largestFeed = 20 * 1024 * 1024;
/** How long all of a feed may take to arrive, in milliseconds. */
const patience = 30_000;

/** Reads a feed from a file or from an `http(s):` address; throws `StartUpProblem` when it cannot. */
export async function readFeedBytes(source: string, signal: AbortSignal): Promise<FeedBytes> {
  if (/^https?:/i.test(source)) return readAddress(source, signal);
  if (/^[a-z][\w+.-]*:\/\//i.test(source)) {
    throw feedProblem(source, 'an address begins with http:// or https://.');
  }
  // npm starts every command in the project's folder; the path is meant from where the person is.
  const file = resolve(env['INIT_CWD'] ?? cwd(), source);
  try {
    return { bytes: await readUpToLimit(source, createReadStream(file)) };
  } catch (failure) {
    // Node's own words name the call; the person wants to know about the file.
    const { code } = failure as NodeJS.ErrnoException;
    if (code === undefined) throw failure;
    throw feedProblem(source, fileProblems[code] ?? code);
  }
}

const fileProblems: Record<string, string | undefined> = {
  ENOENT: 'there is no such file.',
  EISDIR: 'it is a folder.',
  EACCES: 'this user may not read it.',
};

const networkProblems: Record<string, string | undefined> = {
  ENOTFOUND: 'there is no server of that name.',
  ECONNREFUSED: 'nothing answers there.',
};

async function readAddress(address: string, signal: AbortSignal): Promise<FeedBytes> {
  if (!URL.canParse(address)) throw feedProblem(address, 'it is not an address.');
  try {
    const response = await fetch(withoutCredentials(address), {
      headers: {
        Accept: 'application/rss+xml, application/atom+xml, application/xml, text/xml',
        ...basicCredentials(address),
      },
      signal: AbortSignal.any([signal, AbortSignal.timeout(patience)]),
    });
    if (!response.ok) throw feedProblem(address, `the server answers ${response.status}.`);
    const bytes = await readUpToLimit(address, response.body ?? []);
    const type = response.headers.get('content-type') ?? '';
    const charset = /;\s*charset\s*=\s*["']?([\w.:-]+)/i.exec(type)?.[1];
    return charset === undefined ? { bytes } : { bytes, charset };
  } catch (failure) {
    // fetch says "fetch failed" for everything; what happened is in the cause.
    throw whyNot(address, failure);
  }
}

/** fetch takes no address with a name and a password, and drops their header where a redirect leads to another host. */
function withoutCredentials(address: string): URL {
  const url = new URL(address);
  url.username = '';
  url.password = '';
  return url;
}

/** RFC 7617: the name and the password of an address are for Basic authentication. */
function basicCredentials(address: string): { Authorization?: string } {
  const { username, password } = new URL(address);
  if (username === '' && password === '') return {};
  const pair = `${decoded(username)}:${decoded(password)}`;
  return { Authorization: `Basic ${Buffer.from(pair).toString('base64')}` };
}

function decoded(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    // URIError: its % is one.
    return part;
  }
}

function whyNot(address: string, failure: unknown): Error {
  if (!(failure instanceof Error)) return feedProblem(address, String(failure));
  if (failure.name === 'TimeoutError') {
    return feedProblem(address, `it took more than ${patience / 1000} seconds.`);
  }
  // An end that the person asked for, and our own problems, are said elsewhere.
  if (!(failure instanceof TypeError)) return failure;
  const { cause } = failure;
  const { code, message } = (cause ?? failure) as NodeJS.ErrnoException;
  return feedProblem(address, networkProblems[code ?? ''] ?? `${code ?? message}.`);
}

async function readUpToLimit(
  source: string,
  chunks: AsyncIterable<Uint8Array> | Iterable<Uint8Array>,
): Promise<Buffer> {
  const read: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of chunks) {
    size += chunk.length;
    if (size > largestFeed) {
      throw feedProblem(source, `it is over ${largestFeed / 1024 / 1024} MB.`);
    }
    read.push(chunk);
  }
  return Buffer.concat(read);
}
