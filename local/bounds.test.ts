import assert from 'node:assert/strict';
import { mkdtemp, rm } from 'node:fs/promises';
import { request as openRequest } from 'node:http';
import type { ClientRequest, IncomingMessage } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, it } from 'node:test';
import { startStandIn } from './stand-in.ts';
import type { StandIn } from './stand-in.ts';
import { rawCall } from './testing/raw-call.ts';

const megabyte = 1024 * 1024;

let folder: string;
let standIn: StandIn;

before(async () => {
  folder = await mkdtemp(join(tmpdir(), 'presspass-'));
  standIn = await startStandIn({ folder, port: 0, articles: 'none' });
});

after(async () => {
  await standIn.close();
  await rm(folder, { recursive: true });
});

interface Sender {
  sent: ClientRequest;
  answer: Promise<IncomingMessage>;
}

/** Sends all of a body but its last byte. */
function beginBody(): Sender {
  const body = Buffer.alloc(9 * megabyte, ' ');
  const sent = openRequest({
    port: standIn.port,
    host: '127.0.0.1',
    method: 'POST',
    path: '/api/user-sign-in',
    agent: false,
    headers: { 'Content-Type': 'application/json', 'Content-Length': body.length },
  });
  const answer = new Promise<IncomingMessage>((resolve) => sent.once('response', resolve));
  // The refusal has arrived by then; what is left of the body has nowhere to go.
  sent.on('error', () => undefined);
  sent.write(body.subarray(1));
  return { sent, answer };
}

const senders = (): Sender[] => Array.from({ length: 12 }, beginBody);

/** Resolves when so many senders have been answered before their bodies were complete. */
async function refused(those: Sender[], count: number): Promise<IncomingMessage[]> {
  const answers: IncomingMessage[] = [];
  await new Promise<void>((resolve) => {
    for (const { answer } of those) {
      void answer.then((one) => {
        if (answers.push(one) === count) resolve();
      });
    }
  });
  return answers;
}

/** The status of the answer to a body that is sent whole: too large for this function, in any case. */
async function statusOfWhole(): Promise<number | undefined> {
  const { sent, answer } = beginBody();
  sent.end(' ');
  return (await answer).statusCode;
}

it('refuses for a moment the bodies that do not fit beside the others, and nothing else', async () => {
  const those = senders();
  // Five of nine megabytes fit into 48.
  for (const answer of await refused(those, 7)) {
    assert.equal(answer.statusCode, 503);
    assert.equal(answer.headers['retry-after'], '1');
    assert.match(
      (await answer.toArray()).join(''),
      /"Too many request bodies are under way at once. Try again in a second."/,
    );
  }
  // A function reaches its table all the while.
  assert.equal((await rawCall(standIn.port, { method: 'GET', path: '/api/news' })).status, 200);
  for (const { sent, answer } of those) {
    sent.end(' ');
    assert.ok([413, 503].includes((await answer).statusCode ?? 0));
  }
  assert.equal(await statusOfWhole(), 413);
});

it('has the room again when senders hang up', async () => {
  const those = senders();
  await refused(those, 7);
  for (const { sent } of those) sent.destroy();

  // The server learns of it a moment later.
  while ((await statusOfWhole()) === 503);
  assert.equal(await statusOfWhole(), 413);
});
