/** Where DynamoDB's tables are kept. A change goes into a further entry: its place in the list is the schema's version. */
export const entryMigrations: readonly string[] = [
  `CREATE TABLE entry (key BLOB PRIMARY KEY, value BLOB NOT NULL) STRICT`,
];
