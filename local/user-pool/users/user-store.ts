import type { SQLInputValue } from 'node:sqlite';
import type { StateDatabase } from '../../state/state-database.ts';
import type { PageRequest } from '../request/page.ts';
import type { PasswordVerifier } from './srp.ts';

export type UserStatus = 'UNCONFIRMED' | 'CONFIRMED' | 'FORCE_CHANGE_PASSWORD' | 'RESET_REQUIRED';

/** A person in a pool. Times are in milliseconds since the epoch. */
export interface User {
  readonly poolId: string;
  readonly sub: string;
  readonly email: string;
  readonly isEmailVerified: boolean;
  /** A new address that waits for its code. */
  readonly pendingEmail: string | undefined;
  readonly status: UserStatus;
  readonly isEnabled: boolean;
  /** Attributes other than sub, email and email_verified. */
  readonly attributes: Readonly<Record<string, string>>;
  readonly password: PasswordVerifier;
  /** When a temporary password stops working. */
  readonly passwordExpiresAt: number | undefined;
  readonly createdAt: number;
  readonly modifiedAt: number;
}

/** What a user's belongings are kept by. */
export type UserKey = Pick<User, 'poolId' | 'sub'>;

/** One comparison of ListUsers' Filter, translated to a column or an attribute. */
export interface UserFilter {
  readonly attribute: string;
  readonly match: 'equals' | 'starts-with';
  readonly value: string;
}

/** Usernames are compared without regard to case, as Cognito does with CaseSensitive: false. */
export function usernameKey(username: string): string {
  return username.normalize('NFC').toLowerCase();
}

const columns = new Map([
  ['sub', 'sub'],
  ['username', 'sub'],
  ['email', 'email_key'],
  ['cognito:user_status', 'status'],
  ['status', "CASE enabled WHEN 1 THEN 'Enabled' ELSE 'Disabled' END"],
]);

/** Users and their groups, on disk. */
export class UserStore {
  private readonly database: StateDatabase;

  constructor(database: StateDatabase) {
    this.database = database;
  }

  /** By e-mail address in any case, or by sub. */
  find(poolId: string, username: string): User | undefined {
    const key = usernameKey(username);
    const row = this.database
      .prepare('SELECT * FROM user WHERE pool_id = ? AND (email_key = ? OR sub = ?)')
      .get(poolId, key, key);
    return row && toUser(row);
  }

  /** Adds or replaces. A second user with the same address makes SQLite throw: ask `find` first. */
  save(user: User): void {
    const row = toRow(user);
    const names = Object.keys(row);
    const updates = names.map((name) => `${name} = excluded.${name}`).join(', ');
    this.database
      .prepare(
        `INSERT INTO user (${names.join(', ')}) VALUES (${names.map(() => '?').join(', ')})
         ON CONFLICT (pool_id, sub) DO UPDATE SET ${updates}`,
      )
      .run(...Object.values(row));
  }

  remove(user: User): void {
    this.database
      .prepare('DELETE FROM user WHERE pool_id = ? AND sub = ?')
      .run(user.poolId, user.sub);
  }

  /** Up to one more than a page of users, by sub. */
  list(poolId: string, { size, after }: PageRequest, filter?: UserFilter): User[] {
    const { condition, values } = conditionOf(filter);
    return this.database
      .prepare(
        `SELECT * FROM user WHERE pool_id = ? AND sub > ? AND ${condition} ORDER BY sub LIMIT ?`,
      )
      .all(poolId, after, ...values, size + 1)
      .map(toUser);
  }

  /** Up to one more than a page of a group's members, by sub. */
  members(poolId: string, group: string, { size, after }: PageRequest): User[] {
    return this.database
      .prepare(
        `SELECT user.* FROM user JOIN membership USING (pool_id, sub)
         WHERE pool_id = ? AND group_name = ? AND sub > ? ORDER BY sub LIMIT ?`,
      )
      .all(poolId, group, after, size + 1)
      .map(toUser);
  }

  count(poolId: string): number {
    const row = this.database.prepare('SELECT count(*) n FROM user WHERE pool_id = ?').get(poolId);
    return Number(row?.['n']);
  }

  groupsOf(user: User): string[] {
    return this.database
      .prepare(
        'SELECT group_name FROM membership WHERE pool_id = ? AND sub = ? ORDER BY group_name',
      )
      .all(user.poolId, user.sub)
      .map((row) => String(row['group_name']));
  }

  addToGroup(user: User, group: string): void {
    this.database
      .prepare('INSERT OR IGNORE INTO membership (pool_id, sub, group_name) VALUES (?, ?, ?)')
      .run(user.poolId, user.sub, group);
  }

  /** Takes everybody out of a group. */
  emptyGroup(poolId: string, group: string): void {
    this.database
      .prepare('DELETE FROM membership WHERE pool_id = ? AND group_name = ?')
      .run(poolId, group);
  }

  removeFromGroup(user: User, group: string): void {
    this.database
      .prepare('DELETE FROM membership WHERE pool_id = ? AND sub = ? AND group_name = ?')
      .run(user.poolId, user.sub, group);
  }
}

function conditionOf(filter?: UserFilter): { condition: string; values: string[] } {
  if (!filter) return { condition: 'TRUE', values: [] };
  const column = columns.get(filter.attribute);
  const subject = column ?? 'json_extract(attributes, ?)';
  const path = column ? [] : [`$."${filter.attribute}"`];
  const value = filter.attribute === 'email' ? usernameKey(filter.value) : filter.value;
  return filter.match === 'equals'
    ? { condition: `${subject} = ?`, values: [...path, value] }
    : { condition: `substr(${subject}, 1, length(?)) = ?`, values: [...path, value, value] };
}

function toRow(user: User): Record<string, SQLInputValue> {
  return {
    pool_id: user.poolId,
    sub: user.sub,
    email: user.email,
    email_key: usernameKey(user.email),
    email_verified: Number(user.isEmailVerified),
    pending_email: user.pendingEmail ?? null,
    status: user.status,
    enabled: Number(user.isEnabled),
    attributes: JSON.stringify(user.attributes),
    srp_salt: user.password.salt,
    srp_verifier: user.password.verifier,
    has_password: Number(!user.password.isOfNone),
    password_expires_at: user.passwordExpiresAt ?? null,
    created_at: user.createdAt,
    modified_at: user.modifiedAt,
  };
}

function toUser(row: Record<string, unknown>): User {
  const pending = row['pending_email'];
  const expires = row['password_expires_at'];
  return {
    poolId: String(row['pool_id']),
    sub: String(row['sub']),
    email: String(row['email']),
    isEmailVerified: row['email_verified'] === 1,
    pendingEmail: typeof pending === 'string' ? pending : undefined,
    status: row['status'] as UserStatus,
    isEnabled: row['enabled'] === 1,
    attributes: JSON.parse(String(row['attributes'])) as Record<string, string>,
    password: {
      salt: String(row['srp_salt']),
      verifier: String(row['srp_verifier']),
      ...(row['has_password'] === 0 ? { isOfNone: true } : {}),
    },
    passwordExpiresAt: typeof expires === 'number' ? expires : undefined,
    createdAt: Number(row['created_at']),
    modifiedAt: Number(row['modified_at']),
  };
}
