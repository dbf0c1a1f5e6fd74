import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { after, before, test } from 'node:test';
import { systemClock } from '../clock.ts';
import { openMailbox } from '../mailbox/mailbox.ts';
import { cliClient, webClient } from '../seed/identities.ts';
import { seedPeople } from '../seed/people.ts';
import { NewerStateError, UnusableStateError } from '../state-database.ts';
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
  const mailbox = openMailbox({ folder, clock: systemClock });
  const pools = await openUserPools({ folder, clock: systemClock, mailbox });
  const close = (): void => {
    pools.close();
    mailbox.close();
  };
  return { pools, mailbox, close };
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
  const { pools, close } = await reopened();
  const UserPoolId = 'eu-west-1_pressPe0p';
  const before = await pools.perform('ListUsers', { UserPoolId });
  seedPeople(pools);
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
  const files = readdirSync(pool.folder).filter((name) => name.startsWith('user-pool'));
  const text = files.map((name) => readFileSync(join(pool.folder, name), 'latin1')).join('\n');
  assert.equal(text.includes(email), true);
  for (const secret of [PASSWORD, RefreshToken, AccessToken]) {
    assert.equal(text.includes(secret), false);
  }
  const database = new DatabaseSync(join(pool.folder, 'user-pools.sqlite'), { readOnly: true });
  assert.doesNotMatch(
    JSON.stringify(database.prepare('SELECT * FROM code').all()),
    RegExp(`"${code}"`),
  );
  database.close();
  assert.equal(statSync(join(pool.folder, 'user-pool-keys.json')).mode & 0o777, 0o600);
  pool.close();
});

test('state of a newer version is refused, with what to do, and left as it was', async () => {
  const pool = await PoolUnderTest.open();
  pool.pools.close();
  const path = join(pool.folder, 'user-pools.sqlite');
  const database = new DatabaseSync(path);
  database.exec('PRAGMA user_version = 999');
  database.close();
  const before = readFileSync(path);
  await assert.rejects(pool.reopen(), (error: unknown) => {
    assert.ok(error instanceof NewerStateError);
    assert.match(error.message, /schema 999.*npm run reset/);
    return true;
  });
  assert.deepEqual(readFileSync(path), before);
  rmSync(pool.folder, { recursive: true });
});

test('a damaged database or key file is refused, with what to do, and left as it was', async () => {
  for (const name of ['user-pools.sqlite', 'user-pool-keys.json']) {
    const pool = await PoolUnderTest.open();
    pool.pools.close();
    const path = join(pool.folder, name);
    writeFileSync(path, '{"damaged": true}'.repeat(20));
    const before = readFileSync(path);
    await assert.rejects(pool.reopen(), (error: unknown) => {
      assert.ok(error instanceof UnusableStateError);
      assert.match(error.message, /cannot be used.*npm run reset/);
      return true;
    });
    assert.deepEqual(readFileSync(path), before);
    rmSync(pool.folder, { recursive: true });
  }
});
