import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { test } from 'node:test';
import { systemClock } from '../../clock.ts';
import { openMailbox } from '../../mailbox/mailbox.ts';
import { APP_CLIENT_IDS, PEOPLE_POOL_ID, SERVICES_POOL_ID } from '../../seed/identities.ts';
import { openState } from '../../state/state.ts';
import { migrations } from '../schema.ts';
import { Administrator, refusalOf } from '../testing/administrator.ts';
import { openUserPools } from '../user-pools.ts';

const UserPoolId = PEOPLE_POOL_ID;

test('what was created, changed and deleted stays so after a restart', async () => {
  const administrator = await Administrator.open();
  const server = { UserPoolId: SERVICES_POOL_ID, Identifier: 'hello' };
  const { UserPoolClient } = await administrator.cognito.createUserPoolClient({
    UserPoolId,
    ClientName: 'kept',
    GenerateSecret: true,
  });
  const ClientId = UserPoolClient?.ClientId;
  await administrator.cognito.createGroup({ UserPoolId, GroupName: 'kept' });
  await administrator.cognito.updateGroup({ UserPoolId, GroupName: 'admin', Precedence: 7 });
  await administrator.cognito.deleteResourceServer(server);
  const wire = { UserPoolId: SERVICES_POOL_ID, ClientId: APP_CLIENT_IDS.wire };
  await administrator.cognito.deleteUserPoolClient(wire);
  administrator.clock.advance(60);
  await administrator.reopen();
  const { cognito } = administrator;
  const kept = await cognito.describeUserPoolClient({ UserPoolId, ClientId });
  assert.deepEqual(kept.UserPoolClient, UserPoolClient);
  assert.ok((await cognito.getGroup({ UserPoolId, GroupName: 'kept' })).Group);
  const { Group: admin } = await cognito.getGroup({ UserPoolId, GroupName: 'admin' });
  assert.equal(admin?.Precedence, 7);
  assert.equal(admin.Description, 'Editors');
  assert.match(await refusalOf(cognito.describeResourceServer(server)), /^ResourceNotFound/);
  assert.match(await refusalOf(cognito.describeUserPoolClient(wire)), /^ResourceNotFound/);
  await cognito.createResourceServer({ ...server, Name: 'Again' });
  assert.equal((await cognito.describeResourceServer(server)).ResourceServer?.Name, 'Again');
  administrator.close();
});

test('names that mean something to JavaScript are names like any other', async () => {
  const administrator = await Administrator.open();
  for (const GroupName of ['__proto__', 'constructor', 'toString']) {
    const group = { UserPoolId, GroupName };
    assert.match(await refusalOf(administrator.cognito.getGroup(group)), /^ResourceNotFound/);
    await administrator.cognito.createGroup(group);
    assert.equal((await administrator.cognito.getGroup(group)).Group?.GroupName, GroupName);
  }
  administrator.close();
});

test("a state folder of the schema's first version opens with its people and the declared clients", async () => {
  const folder = mkdtempSync(join(tmpdir(), 'presspass-version-1-'));
  const old = new DatabaseSync(join(folder, 'user-pools.sqlite'));
  old.exec(`${migrations[0] ?? ''}; PRAGMA user_version = 1`);
  old
    .prepare(
      `INSERT INTO user VALUES (?, 'f81d4fae-7dec-4d0a-a765-00a0c91e6bf6', 'old@example.test', 'old@example.test',
         1, NULL, 'CONFIRMED', 1, '{"nickname":"Oldie"}', '00', '01', NULL, 1000, 1000)`,
    )
    .run(PEOPLE_POOL_ID);
  old.close();
  writeFileSync(join(folder, 'version'), '1\n');
  const state = await openState(folder);
  const { database } = state;
  const mailbox = openMailbox({ database, clock: systemClock });
  const pools = await openUserPools({ database, clock: systemClock, mailbox });
  const { Users } = (await pools.perform('ListUsers', { UserPoolId })) as {
    Users: { Attributes: unknown[] }[];
  };
  assert.deepEqual(Users[0]?.Attributes[0], { Name: 'nickname', Value: 'Oldie' });
  await pools.perform('DescribeUserPoolClient', {
    UserPoolId,
    ClientId: APP_CLIENT_IDS['presspass-web'],
  });
  await pools.perform('CreateGroup', { UserPoolId, GroupName: 'new' });
  state.close();
  rmSync(folder, { recursive: true });
});
