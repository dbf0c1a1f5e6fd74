import { createHmac } from 'node:crypto';
import type { PasswordOwner, PasswordVerifier } from './srp.ts';
import { createVerifier } from './srp.ts';
import { poolNameOf } from '../directory/pool-settings.ts';
import { usernameKey } from './user-store.ts';
import type { User, UserStore } from './user-store.ts';

/** What signing in needs to know of a username, whether or not there is a user behind it. */
export interface Account {
  readonly user: User | undefined;
  /** Names the account in counters and codes; the user's sub where there is one. */
  readonly id: string;
  readonly password: PasswordVerifier;
}

/** Looks usernames up, and invents stable accounts for those that do not exist, so that nobody can tell them apart. */
export class Accounts {
  private readonly users: UserStore;
  private readonly secret: Buffer;

  constructor(users: UserStore, secret: Buffer) {
    this.users = users;
    this.secret = secret;
  }

  find(poolId: string, username: string): Account {
    const user = this.users.find(poolId, username);
    return user
      ? { user, id: user.sub, password: user.password }
      : this.simulated(poolId, username);
  }

  /** The same id, salt and verifier at each asking, from a secret that never leaves this installation. */
  private simulated(poolId: string, username: string): Account {
    const derive = (what: string): Buffer =>
      createHmac('sha512', this.secret)
        .update(`${what}\n${poolId}\n${usernameKey(username)}`)
        .digest();
    const verifier = Array.from({ length: 6 }, (_, part) => derive(`verifier ${String(part)}`));
    return {
      user: undefined,
      id: asUuid(derive('id')),
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

/** What is kept of a user's new password. */
export function newPassword(poolId: string, sub: string, password: string): PasswordVerifier {
  return createVerifier(ownerOf(poolId, sub), password);
}

function asUuid(bytes: Buffer): string {
  const hex = bytes.subarray(0, 16).toString('hex').split('');
  hex[12] = '4';
  hex[16] = '89ab'.charAt(bytes.readUInt8(8) % 4);
  return hex.join('').replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
}
