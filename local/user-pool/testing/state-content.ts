import type { StateDatabase } from '../../state/state-database.ts';

/** All that a state keeps, by table; of what counts journals, nothing. */
export function contentOf(database: Pick<StateDatabase, 'prepare'>): Record<string, string> {
  const tables = database
    .prepare("SELECT name FROM sqlite_schema WHERE type = 'table' AND name <> 'state'")
    .all()
    .map(({ name }) => String(name));
  return Object.fromEntries(
    tables.map((table) => [
      table,
      JSON.stringify(database.prepare(`SELECT * FROM ${table} ORDER BY 1, 2`).all()),
    ]),
  );
}
