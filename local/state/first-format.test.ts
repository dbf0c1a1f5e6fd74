import assert from 'node:assert/strict';
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { after, before, describe, it } from 'node:test';
import { ClassicLevel } from 'classic-level';
import { articlesTableDefinition } from '../../backend/dynamodb/articles-table.ts';
import { systemClock } from '../clock.ts';
import { openMailbox } from '../mailbox/mailbox.ts';
import { mailboxMigrations } from '../mailbox/schema.ts';
import { PEOPLE_POOL_ID, cliClient, webClient } from '../seed/identities.ts';
import { seedPeople } from '../seed/people.ts';
import { openTables } from '../tables/tables.ts';
import { migrations } from '../user-pool/schema.ts';
import { PASSWORD, passwordAuth } from '../user-pool/testing/pool-under-test.ts';
import type { Tokens } from '../user-pool/testing/pool-under-test.ts';
import { contentOf } from '../user-pool/testing/state-content.ts';
import { readKeys } from '../user-pool/tokens/key-file.ts';
import { openUserPools } from '../user-pool/user-pools.ts';
import type { StateDatabase } from './state-database.ts';
import { openState } from './state.ts';
import type { State } from './state.ts';
import { DamagedStateError } from './unusable-state.ts';

let parent: string;
let RefreshToken: string;
let content: Record<string, string>;
let pristine: string;

before(async () => {
  parent = mkdtempSync(join(tmpdir(), 'presspass-first-format-'));
  pristine = join(parent, 'pristine');
  const state = await openState(join(parent, 'source'));
  const pools = await poolsOf(state);
  const tables = await openTables(state.database);
  await tables.ensure(articlesTableDefinition('articles'));
  seedPeople(state, pools, 0);
  state.mark('articles seeded', 0);
  const account = { ClientId: webClient.id, Username: 'old@example.test', Password: PASSWORD };
  await pools.perform('SignUp', account);
  const signedIn = await pools.perform(
    'InitiateAuth',
    passwordAuth('editor@presspass.test', cliClient),
  );
  ({ RefreshToken } = (signedIn as { AuthenticationResult: Tokens }).AuthenticationResult);
  content = contentOf(state.database);
  await writeFirstFormat(pristine, state.database);
  state.close();
});

after(() => {
  rmSync(parent, { recursive: true });
});

async function poolsOf({ database }: State) {
  const mailbox = openMailbox({ database, clock: systemClock });
  return openUserPools({ database, clock: systemClock, mailbox });
}

/** Writes a state as releases did before this format. */
async function writeFirstFormat(folder: string, database: StateDatabase): Promise<void> {
  mkdirSync(folder);
  writeFileSync(join(folder, 'version'), '1\n');
  for (const [name, schema] of [
    ['user-pools', migrations],
    ['mailbox', mailboxMigrations],
  ] as const) {
    const old = new DatabaseSync(join(folder, `${name}.sqlite`));
    old.exec(`PRAGMA foreign_keys = OFF; ${schema.join(';')}`);
    old.exec(`PRAGMA user_version = ${String(schema.length)}`);
    const tables = old.prepare("SELECT name FROM sqlite_schema WHERE type = 'table'").all();
    for (const table of tables.map((row) => String(row['name']))) {
      for (const row of database.prepare(`SELECT * FROM ${table}`).all()) {
        const places = Object.keys(row).map(() => '?');
        const names = Object.keys(row).join(', ');
        const insert = `INSERT INTO ${table} (${names}) VALUES (${places.join(', ')})`;
        old.prepare(insert).run(...Object.values(row));
      }
    }
    old.close();
  }
  writeFileSync(join(folder, 'user-pool-keys.json'), JSON.stringify(readKeys(database)));
  const level = new ClassicLevel<Uint8Array, Uint8Array>(join(folder, 'tables'), {
    keyEncoding: 'view',
    valueEncoding: 'view',
  });
  for (const { key, value } of database.prepare('SELECT key, value FROM entry').all()) {
    await level.put(key as Uint8Array, value as Uint8Array);
  }
  await level.close();
  writeFileSync(join(folder, 'seeded'), 'The first articles have been published.\n');
}

function copy(name: string): string {
  const folder = join(parent, name);
  cpSync(pristine, folder, { recursive: true });
  return folder;
}

function bytesIn(folder: string): Record<string, string> {
  const files = readdirSync(folder, { recursive: true, withFileTypes: true });
  return Object.fromEntries(
    files
      .filter((entry) => entry.isFile())
      .map(({ parentPath, name }) => join(parentPath, name))
      // LevelDB's own log, which nobody reads, and its lock.
      .filter((path) => !/\/(LOG.*|LOCK)$|-shm$|-wal$/.test(path))
      .map((path) => [path, readFileSync(path, 'latin1')]),
  );
}

/** All that is kept, in one place and once. */
async function expectAll(folder: string): Promise<void> {
  const state = await openState(folder);
  const kept = contentOf(state.database);
  const { mark, part, ...others } = content;
  const { mark: _, part: __, ...found } = kept;
  assert.ok(mark && part);
  const pools = await poolsOf(state);
  assert.deepEqual(found, others);
  const renewal = { ClientId: cliClient.id, RefreshToken };
  await pools.perform('GetTokensFromRefreshToken', renewal);
  assert.notEqual(state.markedAt('articles seeded'), undefined);
  state.close();
  const names = ['lock', 'presspass.sqlite', 'state.json', 'version'];
  assert.deepEqual(readdirSync(folder).sort(), names);
}

describe('state of an earlier release', () => {
  it('is taken over with its people, mails, keys and tables', () => expectAll(copy('taken over')));

  it('is taken over as well where that was cut off', async () => {
    const folder = copy('cut off');
    // Before the new state counts: it is made anew.
    cpSync(join(parent, 'source', 'state.json'), join(folder, 'state.json'));
    writeFileSync(join(folder, 'presspass.sqlite'), 'half of it');
    await expectAll(folder);
    // And after: the old files are all that is left to do.
    cpSync(pristine, folder, { recursive: true });
    rmSync(join(folder, 'user-pools.sqlite'));
    writeFileSync(join(folder, 'version'), '2 adopting\n');
    await expectAll(folder);
  });

  for (const name of [
    'user-pools.sqlite',
    'mailbox.sqlite',
    'user-pool-keys.json',
    'tables',
    'tables/CURRENT',
  ]) {
    it(`is refused, and left as it is, when ${name} is missing, empty or damaged`, async () => {
      for (const kind of ['missing', 'empty', 'damaged']) {
        const folder = copy(`${name.replace('/', ' ')} ${kind}`);
        const path = join(folder, name);
        rmSync(path, { recursive: true });
        if (name === 'tables' && kind !== 'missing') mkdirSync(path);
        else if (kind !== 'missing') writeFileSync(path, kind === 'empty' ? '' : 'x'.repeat(4096));
        const before = bytesIn(folder);
        await assert.rejects(openState(folder), (refusal: unknown) => {
          assert.ok(refusal instanceof DamagedStateError, String(refusal));
          assert.ok(refusal.message.includes(join(folder, name.replace('/CURRENT', ''))));
          return true;
        });
        assert.deepEqual(bytesIn(folder), before);
      }
    });
  }

  it('of a first start that was never finished is finished: an editor gets the group', async () => {
    const folder = copy('unfinished');
    for (const name of ['seeded', 'tables', 'user-pool-keys.json']) {
      rmSync(join(folder, name), { recursive: true });
    }
    const users = new DatabaseSync(join(folder, 'user-pools.sqlite'));
    users.exec("DELETE FROM membership; DELETE FROM user WHERE email LIKE 'reader%'");
    users.close();
    const state = await openState(folder);
    const pools = await poolsOf(state);
    seedPeople(state, pools, 0);
    const UserPoolId = PEOPLE_POOL_ID;
    const { Users } = (await pools.perform('ListUsersInGroup', {
      ...{ UserPoolId, GroupName: 'admin' },
    })) as { Users: unknown[] };
    assert.equal(Users.length, 1);
    await pools.perform('InitiateAuth', passwordAuth('reader@presspass.test', cliClient));
    assert.equal(state.markedAt('articles seeded'), undefined);
    state.close();
    assert.ok(!existsSync(join(folder, 'user-pools.sqlite')));
  });
});
