import assert from 'node:assert/strict';
import { DatabaseSync } from 'node:sqlite';
import { test } from 'node:test';
import { migrations } from './schema.ts';

test('what has expired is found without reading through all that strangers have filled the tables with', () => {
  const database = new DatabaseSync(':memory:');
  for (const migration of migrations) database.exec(migration);
  const expiring = database
    .prepare(
      `SELECT tables.name AS name, columns.name AS time
       FROM sqlite_schema AS tables, pragma_table_info(tables.name) AS columns
       WHERE tables.type = 'table' AND columns.name IN ('expires_at', 'renews_at', 'last_at')`,
    )
    .all();
  assert.equal(expiring.length, 7);
  for (const { name, time } of expiring) {
    const housekeeping = `DELETE FROM ${String(name)} WHERE ${String(time)} <= 0`;
    const [plan] = database.prepare(`EXPLAIN QUERY PLAN ${housekeeping}`).all();
    assert.match(String(plan?.['detail']), /^SEARCH .* INDEX/, housekeeping);
  }
  database.close();
});
