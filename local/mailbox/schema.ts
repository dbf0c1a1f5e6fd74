/** The mailbox's table. A change goes into a further entry: its place in the list is the schema's version. */
export const mailboxMigrations: readonly string[] = [
  `CREATE TABLE mail (
     id INTEGER PRIMARY KEY,
     recipient TEXT NOT NULL COLLATE NOCASE,
     subject TEXT NOT NULL,
     text TEXT NOT NULL,
     code TEXT,
     sent_at INTEGER NOT NULL
   ) STRICT;
   CREATE INDEX mail_by_recipient ON mail (recipient, id)`,
];
