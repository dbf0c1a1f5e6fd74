import { openStateDatabase } from '../state-database.ts';
import type { Clock } from '../clock.ts';

/** A mail that Cognito would have sent. `sentAt` is ISO 8601 in UTC. */
export interface Mail {
  to: string;
  subject: string;
  text: string;
  code?: string;
  sentAt: string;
}

/** Keeps what would have been e-mailed, for a person and for tests to read. */
export interface Mailbox {
  deliver(mail: Omit<Mail, 'sentAt'>): void;
  /**
   * Writes as much as `deliver` does, and no list ever shows it: for an address that must not get the mail, while the time that an answer
   * takes must not tell so.
   */
  withhold(mail: Omit<Mail, 'sentAt'>): void;
  /** The newest 500 mails, newest first; with `to`, only those to that address, in any case of letters. */
  list(to?: string): Mail[];
  close(): void;
}

const migrations = [
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

/** The recipient of what is withheld: no address. */
const NOBODY = '';

/** Opens the mailbox kept in `folder`. Throws UnusableStateError when it cannot be. */
export function openMailbox(options: { folder: string; clock: Clock }): Mailbox {
  const database = openStateDatabase(options.folder, 'mailbox', migrations);
  const insert = database.prepare(
    'INSERT INTO mail (recipient, subject, text, code, sent_at) VALUES (?, ?, ?, ?, ?)',
  );
  const all = database.prepare(
    `SELECT * FROM mail WHERE recipient <> '${NOBODY}' ORDER BY id DESC LIMIT 500`,
  );
  const received = database.prepare(
    'SELECT * FROM mail WHERE recipient = ? ORDER BY id DESC LIMIT 500',
  );
  const forget = database.prepare(
    `DELETE FROM mail WHERE recipient = ? AND id <=
     (SELECT id FROM mail WHERE recipient = ? ORDER BY id DESC LIMIT 1 OFFSET 500)`,
  );
  const keep = ({ to, subject, text, code }: Omit<Mail, 'sentAt'>): void => {
    insert.run(to, subject, text, code ?? null, options.clock.now());
    // Anybody may have mails sent: what no list shows any more must not fill the disk.
    forget.run(to, to);
  };
  return {
    deliver: keep,
    withhold: (mail) => {
      keep({ ...mail, to: NOBODY });
    },
    list: (to) => {
      if (to === NOBODY) return [];
      return (to === undefined ? all.all() : received.all(to)).map(toMail);
    },
    close: () => {
      database.close();
    },
  };
}

function toMail(row: Record<string, unknown>): Mail {
  const code = row['code'];
  return {
    to: String(row['recipient']),
    subject: String(row['subject']),
    text: String(row['text']),
    ...(typeof code === 'string' ? { code } : {}),
    sentAt: new Date(Number(row['sent_at'])).toISOString(),
  };
}
