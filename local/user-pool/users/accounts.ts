import { createHmac, randomBytes } from 'node:crypto';
import type { PasswordOwner, PasswordVerifier } from './srp.ts';
import { createVerifier } from './srp.ts';
import { poolNameOf } from '../directory/pool-settings.ts';
import { InventedIds } from './invented-ids.ts';
import { usernameKey } from './user-store.ts';
import type { User, UserStore } from './user-store.ts';

/** What signing in needs to know of a username, whether or not there is a user behind it. */
export interface Account {
  readonly user: User | undefined;
  /** Names the account in counters and codes; the user's sub where there is one. */
  readonly id: string;
  /** Where codes go; of a stranger's, which gets none, only what is shown counts. */
  readonly address: string;
  readonly password: PasswordVerifier;
}

/** Looks usernames up, and invents stable accounts for those that do not exist, so that nobody can tell them apart. */
export class Accounts {
  private readonly users: UserStore;
  private readonly secret: Buffer;
  private readonly ids: InventedIds;

  constructor(users: UserStore, secret: Buffer) {
    this.users = users;
    this.secret = secret;
    this.ids = new InventedIds(secret);
  }

  find(poolId: string, username: string): Account {
    // Invented in any case, so that time does not tell either.
    const stranger = this.simulated(poolId, usernameKey(username));
    const user = this.users.find(poolId, username);
    return user ? { user, id: user.sub, address: user.email, password: user.password } : stranger;
  }

  /** The same at each asking, by name or by the id that was told, from a secret that never leaves this installation. */
  private simulated(poolId: string, name: string): Account {
    const address = this.ids.addressOf(poolId, name);
    const id = address === undefined ? this.ids.idOf(poolId, name) : name;
    const derive = (what: string): Buffer =>
      createHmac('sha512', this.secret).update(`${what}\n${poolId}\n${id}`).digest();
    const verifier = Array.from({ length: 6 }, (_, part) => derive(`verifier ${String(part)}`));
    return {
      user: undefined,
      id,
      address: address ?? name,
      password: {
        salt: derive('salt').subarray(0, 16).toString('hex'),
        verifier: Buffer.concat(verifier).toString('hex').replace(/^./, '1'),
      },
    };
  }
}

/** Whose password: the pool's name and the user's sub are hashed with it. */
export function ownerOf(poolId: string, userId: string): PasswordOwner {
  return { poolName: poolNameOf(poolId), userId };
}

/** What is kept of a user who signs in without a password. */
export function noPassword(poolId: string, sub: string): PasswordVerifier {
  return { ...newPassword(poolId, sub, randomBytes(32).toString('hex')), isOfNone: true };
}

/** What is kept of a user's new password. */
export function newPassword(poolId: string, sub: string, password: string): PasswordVerifier {
  return createVerifier(ownerOf(poolId, sub), password);
}
