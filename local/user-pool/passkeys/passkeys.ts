import type { StateDatabase } from '../../state/state-database.ts';
import type { User, UserKey } from '../users/user-store.ts';

/** The most passkeys that a user may have: https://docs.aws.amazon.com/cognito/latest/developerguide/quotas.html */
export const MOST_PASSKEYS = 20;

/** A passkey that a user registered. Only its public half is known here. */
export interface Passkey {
  /** The authenticator's own, Base64URL. */
  readonly id: string;
  /** COSE_Key (RFC 9052, 7). */
  readonly publicKey: Uint8Array<ArrayBuffer>;
  /** How often it was used, as it says itself; 0 where it does not count. */
  readonly counter: number;
  readonly relyingPartyId: string;
  readonly name: string;
  /** `platform` or `cross-platform`, where the browser told. */
  readonly attachment: string | undefined;
  /** `internal`, `usb`, `hybrid` … */
  readonly transports: readonly string[];
  /** Milliseconds since the epoch. */
  readonly createdAt: number;
}

/** Why a passkey was not added. */
export type NotAdded = 'too-many' | 'known-already';

/** Users' passkeys, on disk. They go with their user. */
export class Passkeys {
  private readonly database: StateDatabase;

  constructor(database: StateDatabase) {
    this.database = database;
  }

  /** A user's passkeys, the oldest first. */
  of(user: UserKey): Passkey[] {
    return this.database
      .prepare('SELECT * FROM passkey WHERE pool_id = ? AND sub = ? ORDER BY created_at, id')
      .all(user.poolId, user.sub)
      .map(toPasskey);
  }

  /** Undefined when it was added. No two users share one (WebAuthn, 7.1, step 26). */
  add(user: User, passkey: Passkey): NotAdded | undefined {
    return this.database.transaction(() => {
      if (this.of(user).length >= MOST_PASSKEYS) return 'too-many';
      const { changes } = this.database.prepare(ADD).run(...toRow(user, passkey));
      return changes === 1 ? undefined : 'known-already';
    });
  }

  /** Notes that it was used. False when somebody else noted a use meanwhile, or it is gone. */
  use(user: User, { id, counter }: Passkey, newCounter: number): boolean {
    const { changes } = this.database
      .prepare('UPDATE passkey SET counter = ? WHERE pool_id = ? AND id = ? AND counter = ?')
      .run(newCounter, user.poolId, id, counter);
    return changes === 1;
  }

  /** False when the user has no such passkey. */
  remove(user: User, id: string): boolean {
    const { changes } = this.database
      .prepare('DELETE FROM passkey WHERE pool_id = ? AND sub = ? AND id = ?')
      .run(user.poolId, user.sub, id);
    return changes === 1;
  }
}

const ADD = `INSERT OR IGNORE INTO passkey
  (pool_id, sub, id, public_key, counter, relying_party_id, name, attachment, transports, created_at)
  VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`;

function toRow(user: User, passkey: Passkey) {
  const { id, publicKey, counter, relyingPartyId, name, attachment, transports, createdAt } =
    passkey;
  const told = [attachment ?? null, transports.join(' ')] as const;
  return [
    ...[user.poolId, user.sub, id, publicKey, counter, relyingPartyId, name],
    ...[...told, createdAt],
  ];
}

function toPasskey(row: Record<string, unknown>): Passkey {
  const attachment = row['attachment'];
  return {
    id: String(row['id']),
    publicKey: new Uint8Array(row['public_key'] as Uint8Array),
    counter: Number(row['counter']),
    relyingPartyId: String(row['relying_party_id']),
    name: String(row['name']),
    attachment: typeof attachment === 'string' ? attachment : undefined,
    transports: String(row['transports']).split(' ').filter(Boolean),
    createdAt: Number(row['created_at']),
  };
}
