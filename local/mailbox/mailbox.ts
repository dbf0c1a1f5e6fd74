import type { Clock } from '../clock.ts';
import type { StateDatabase } from '../state/state-database.ts';
import { mailboxMigrations } from './schema.ts';

/** A mail that Cognito would have sent. `sentAt` is ISO 8601 in UTC. */
export interface Mail {
  /** Rises with each mail. */
  id: number;
  to: string;
  subject: string;
  text: string;
  code?: string;
  sentAt: string;
}

type Unsent = Omit<Mail, 'id' | 'sentAt'>;

/** Keeps what would have been e-mailed, for a person and for tests to read. */
export interface Mailbox {
  deliver(mail: Unsent): void;
  /**
   * Writes as much as `deliver` does, and no list ever shows it: for an address that must not get the mail, while the time that an answer
   * takes must not tell so.
   */
  withhold(mail: Unsent): void;
  /** The newest 500 mails, newest first; with `to`, only those to that address, in any case of letters. */
  list(to?: string): Mail[];
}

/**
 * The mailbox kept in a database. A mail that is delivered in a transaction is a part of it: without what it tells, there is
 * no mail.
 */
export function openMailbox({
  database,
  clock,
}: {
  database: StateDatabase;
  clock: Clock;
}): Mailbox {
  database.migrate('mailbox', mailboxMigrations);
  const keep = ({ to, subject, text, code }: Unsent): void => {
    database.transaction(() => {
      database.prepare(INSERT).run(to, subject, text, code ?? null, clock.now());
      // Anybody may have mails sent: what no list shows any more must not fill the disk.
      database.prepare(FORGET).run(to, to);
    });
  };
  return {
    deliver: keep,
    withhold: (mail) => {
      keep({ ...mail, to: NOBODY });
    },
    list: (to) => {
      if (to === NOBODY) return [];
      const rows =
        to === undefined ? database.prepare(ALL).all() : database.prepare(RECEIVED).all(to);
      return rows.map(toMail);
    },
  };
}

/** The recipient of what is withheld: no address. */
const NOBODY = '';

const INSERT = 'INSERT INTO mail (recipient, subject, text, code, sent_at) VALUES (?, ?, ?, ?, ?)';
const ALL = `SELECT * FROM mail WHERE recipient <> '${NOBODY}' ORDER BY id DESC LIMIT 500`;
const RECEIVED = 'SELECT * FROM mail WHERE recipient = ? ORDER BY id DESC LIMIT 500';
const FORGET = `DELETE FROM mail WHERE recipient = ? AND id <=
  (SELECT id FROM mail WHERE recipient = ? ORDER BY id DESC LIMIT 1 OFFSET 500)`;

function toMail(row: Record<string, unknown>): Mail {
  const code = row['code'];
  return {
    id: Number(row['id']),
    to: String(row['recipient']),
    subject: String(row['subject']),
    text: String(row['text']),
    ...(typeof code === 'string' ? { code } : {}),
    sentAt: new Date(Number(row['sent_at'])).toISOString(),
  };
}
