import assert from 'node:assert/strict';
import { after, before, mock, test } from 'node:test';
import type { SQLInputValue } from 'node:sqlite';
import type { StateDatabase } from '../state/state-database.ts';
import { operations } from './operations.ts';
import { Browser } from './testing/browser.ts';
import { contentOf } from './testing/state-content.ts';
import { codeFor, openDomainWithPeople, redeem, signInAtPage } from './testing/oauth-people.ts';
import { signInQuery } from './testing/oauth-people.ts';
import { Stage } from './testing/stage.ts';
import { validRequests } from './testing/valid-requests.ts';

const noRoom = new Error('the write that fails');
let stage: Stage;

before(async () => {
  stage = await Stage.open();
});

after(() => {
  stage.test.close();
});

/** Runs `work` with the write after the next so many failing; tells how it failed, undefined when it did not. */
async function failingAfter(
  database: StateDatabase,
  writes: number,
  work: () => unknown,
): Promise<unknown> {
  const prepare = database.prepare.bind(database);
  let left = writes;
  const { mock: interrupted } = mock.method(database, 'prepare', (sql: string) => {
    const statement = prepare(sql);
    const run = (...values: SQLInputValue[]) => {
      left -= 1;
      if (left < 0) throw noRoom;
      return statement.run(...values);
    };
    return { ...statement, run };
  });
  try {
    await work();
    return undefined;
  } catch (failure) {
    // What came of it is what the test asks for.
    return failure;
  } finally {
    interrupted.restore();
  }
}

/** A passkey's challenge is used up by the first try, right or wrong: it is spent before the signature is verified. */
const spendsFirst = /WebAuthnRegistration|RespondToAuthChallenge/;

for (const [name, examples] of Object.entries(validRequests)) {
  for (const [index, example] of examples.entries()) {
    test(`${name} ${String(index)}: a write that fails leaves nothing of the others, mail and memory included`, async () => {
      const { database } = stage.test.state;
      for (let writes = 0; ; writes++) {
        const request = await example(stage);
        const before = contentOf(database);
        const failure = await failingAfter(database, writes, () =>
          stage.test.perform(name, request),
        );
        if (failure === undefined) return;
        assert.equal(failure, noRoom);
        const kept = contentOf(database);
        const hasSpent = kept['spent_challenge'] !== before['spent_challenge'];
        if (hasSpent) assert.match(name, spendsFirst);
        assert.deepEqual({ ...kept, spent_challenge: '' }, { ...before, spent_challenge: '' });
        if (!hasSpent) await stage.test.perform(name, request);
      }
    });
  }
}

test('every operation is tried', () => {
  assert.deepEqual(Object.keys(validRequests).sort(), [...operations.keys()].sort());
});

test("signing in at the pool's page, and redeeming a code, are whole or not there", async (context) => {
  context.mock.method(console, 'error', () => undefined);
  const domain = await openDomainWithPeople();
  const { database } = domain.state;
  try {
    for (let writes = 0; ; writes++) {
      const code = await codeFor(domain);
      const before = contentOf(database);
      let status = 0;
      await failingAfter(database, writes, async () => ({ status } = await redeem(domain, code)));
      if (status === 200) break;
      assert.equal(status, 500);
      assert.deepEqual(contentOf(database), before);
      assert.equal((await redeem(domain, code)).status, 200);
    }
    for (let writes = 0; ; writes++) {
      const before = contentOf(database);
      const signIn = () => signInAtPage(new Browser(domain.url), signInQuery());
      let status = 0;
      await failingAfter(database, writes, async () => ({ status } = await signIn()));
      if (status === 302) break;
      assert.equal(status, 500);
      assert.deepEqual(contentOf(database), before);
    }
  } finally {
    await domain.close();
  }
});
