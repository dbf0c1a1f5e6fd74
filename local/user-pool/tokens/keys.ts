import { generateKeyPair, randomBytes, randomUUID } from 'node:crypto';
import { promisify } from 'node:util';
import { importJWK } from 'jose';
import type { CryptoKey, JWK } from 'jose';
import { signingKeyFault } from '../../signing-key-fault.ts';
import type { StateDatabase } from '../../state/state-database.ts';
import { unusable } from '../../state/unusable-state.ts';
import { keepKeys, keyMigrations, readKeys } from './key-file.ts';

/** A key that signs, and the half of it that everybody may see. */
export interface SigningKey {
  readonly kid: string;
  readonly privateKey: CryptoKey;
  readonly publicKey: CryptoKey;
  readonly publicJwk: JWK;
}

/** Cognito signs ID and access tokens with different keys. */
export interface PoolKeys {
  readonly id: SigningKey;
  readonly access: SigningKey;
}

/** Everything secret that this installation holds. */
export interface Keys {
  /** Keys the hashes of codes, the simulated users and the sealing of challenges. */
  readonly secret: Buffer;
  readonly pools: ReadonlyMap<string, PoolKeys>;
}

const generate = promisify(generateKeyPair);

/** Reads the keys in a database; makes those that are missing. Throws UnusableStateError when it cannot. */
export async function openKeys(database: StateDatabase, poolIds: readonly string[]): Promise<Keys> {
  database.migrate('keys', keyMigrations);
  const file = readKeys(database) ?? { secret: randomBytes(32).toString('hex'), pools: {} };
  const missing = poolIds.filter((id) => !Object.hasOwn(file.pools, id));
  if (missing.length > 0) {
    const made = await Promise.all(
      missing.map(async (poolId) => {
        const [id, access] = await Promise.all([newKey(), newKey()]);
        return [poolId, { id, access }] as const;
      }),
    );
    Object.assign(file.pools, Object.fromEntries(made));
    database.transaction(() => {
      keepKeys(database, file);
    });
  }
  const pools = await Promise.all(
    Object.entries(file.pools).map(async ([poolId, { id, access }]) => {
      return [poolId, { id: await usable(id), access: await usable(access) }] as const;
    }),
  ).catch((error: unknown) => {
    // What parses may still be no key.
    throw unusable(database.path, error);
  });
  return { secret: Buffer.from(file.secret, 'hex'), pools: new Map(pools) };
}

async function newKey(): Promise<JWK> {
  const { privateKey } = await generate('rsa', { modulusLength: 2048 });
  return { ...privateKey.export({ format: 'jwk' }), kid: randomUUID(), alg: 'RS256', use: 'sig' };
}

async function usable(jwk: JWK): Promise<SigningKey> {
  const { kty, n, e, kid, alg, use } = jwk;
  if (!n || !e || !kid || !alg || !use) throw new Error('a signing key is damaged');
  const publicJwk = { kty, n, e, kid, alg, use };
  const fault = signingKeyFault(publicJwk);
  if (fault !== undefined) throw new Error(`a signing key is unfit: ${fault}`);
  const [privateKey, publicKey] = await Promise.all([importKey(jwk), importKey(publicJwk)]);
  return { kid, privateKey, publicKey, publicJwk };
}

async function importKey(jwk: JWK): Promise<CryptoKey> {
  const key = await importJWK(jwk, 'RS256');
  if (key instanceof Uint8Array) throw new Error('a signing key is damaged');
  return key;
}
