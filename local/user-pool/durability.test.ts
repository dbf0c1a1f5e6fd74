import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, readdirSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { after, before, test } from 'node:test';
import { systemClock } from '../clock.ts';
import { openMailbox } from '../mailbox/mailbox.ts';
import { cliClient, webClient } from '../seed/identities.ts';
import { seedPeople } from '../seed/people.ts';
import { openState } from '../state/state.ts';
import { NewerStateError } from '../state/unusable-state.ts';
import { PASSWORD, PoolUnderTest, openClient, passwordAuth } from './testing/pool-under-test.ts';
import { openUserPools } from './user-pools.ts';

let folder: string;

before(() => {
  folder = mkdtempSync(join(tmpdir(), 'presspass-durability-'));
});

after(() => {
  rmSync(folder, { recursive: true });
});

async function reopened() {
  const state = await openState(folder);
  const { database } = state;
  const mailbox = openMailbox({ database, clock: systemClock });
  const pools = await openUserPools({ database, clock: systemClock, mailbox });
  const close = (): void => {
    state.close();
  };
  return { state, pools, mailbox, close };
}

test('what was acknowledged survives a kill: accounts, codes, tokens, revocations and keys', async () => {
  const child = spawn(
    process.execPath,
    [join(import.meta.dirname, 'testing', 'acknowledge-and-wait.ts'), folder],
    { stdio: ['ignore', 'pipe', 'inherit'] },
  );
  const [line] = (await once(child.stdout, 'data')) as [Buffer];
  child.kill('SIGKILL');
  await once(child, 'exit');
  const { kept, revoked } = JSON.parse(line.toString()) as Record<'kept' | 'revoked', string>;

  const { pools, mailbox, close } = await reopened();
  const code = mailbox.list('survivor@example.test')[0]?.code;
  const account = { ClientId: webClient.id, Username: 'survivor@example.test' };
  await pools.perform('ConfirmSignUp', { ...account, ConfirmationCode: code });
  await pools.perform('InitiateAuth', passwordAuth(account.Username, cliClient));
  const renewal = (RefreshToken: string) => ({ ClientId: cliClient.id, RefreshToken });
  await pools.perform('GetTokensFromRefreshToken', renewal(kept));
  await assert.rejects(pools.perform('GetTokensFromRefreshToken', renewal(revoked)), {
    message: 'Refresh Token has been revoked',
  });
  close();
});

test('seeding twice, or over a changed pool, changes nothing', async () => {
  const { state, pools, close } = await reopened();
  const UserPoolId = 'eu-west-1_pressPe0p';
  const before = await pools.perform('ListUsers', { UserPoolId });
  seedPeople(state, pools, systemClock.now());
  assert.deepEqual(await pools.perform('ListUsers', { UserPoolId }), before);
  close();
});

test('no password, code or token is anywhere in the state, and the keys are only for their owner', async () => {
  const pool = await PoolUnderTest.open();
  const email = 'secret@example.test';
  await pool.perform('SignUp', { ClientId: openClient.id, Username: email, Password: PASSWORD });
  const code = pool.code(email);
  pool.person('other@example.test');
  const { RefreshToken, AccessToken } = await pool.signIn('other@example.test');
  // The mailbox holds codes in plain text, as a mailbox does; it holds no password that somebody chose, and no token.
  const files = readdirSync(pool.folder);
  const text = files.map((name) => readFileSync(join(pool.folder, name), 'latin1')).join('\n');
  assert.equal(text.includes(email), true);
  for (const secret of [PASSWORD, RefreshToken, AccessToken]) {
    assert.equal(text.includes(secret), false);
  }
  const database = new DatabaseSync(join(pool.folder, 'presspass.sqlite'), { readOnly: true });
  assert.doesNotMatch(
    JSON.stringify(database.prepare('SELECT * FROM code').all()),
    RegExp(`"${code}"`),
  );
  database.close();
  for (const name of files.filter((file) => file.startsWith('presspass.sqlite'))) {
    assert.equal(statSync(join(pool.folder, name)).mode & 0o777, 0o600, name);
  }
  pool.close();
});

test('state of a newer version is refused, with what to do, and left as it was', async () => {
  const pool = await PoolUnderTest.open();
  const { database } = pool.state;
  database.transaction(() => {
    database.prepare("UPDATE part SET version = 999 WHERE name = 'user-pools'").run();
  });
  await assert.rejects(pool.reopen(), (error: unknown) => {
    assert.ok(error instanceof NewerStateError);
    assert.match(error.message, /schema 999.*npm run reset/);
    return true;
  });
  pool.close();
});
