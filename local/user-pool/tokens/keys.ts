import { generateKeyPair, randomBytes, randomUUID } from 'node:crypto';
import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { importJWK } from 'jose';
import type { CryptoKey, JWK } from 'jose';
import { signingKeyFault } from '../../signing-key-fault.ts';
import { unusable } from '../../state-database.ts';

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

interface KeyFile {
  secret: string;
  pools: Record<string, { id: JWK; access: JWK }>;
}

const generate = promisify(generateKeyPair);

/** Reads the keys in `folder`; makes those that are missing. Throws UnusableStateError when it cannot. */
export async function openKeys(folder: string, poolIds: readonly string[]): Promise<Keys> {
  const path = join(folder, 'user-pool-keys.json');
  const file = readKeyFile(path) ?? { secret: randomBytes(32).toString('hex'), pools: {} };
  const missing = poolIds.filter((id) => !Object.hasOwn(file.pools, id));
  if (missing.length > 0) {
    const made = await Promise.all(
      missing.map(async (poolId) => {
        const [id, access] = await Promise.all([newKey(), newKey()]);
        return [poolId, { id, access }] as const;
      }),
    );
    Object.assign(file.pools, Object.fromEntries(made));
    writeKeyFile(folder, path, file);
  }
  const pools = await Promise.all(
    Object.entries(file.pools).map(async ([poolId, { id, access }]) => {
      return [poolId, { id: await usable(id), access: await usable(access) }] as const;
    }),
  ).catch((error: unknown) => {
    // A key file that parses may still hold something that is no key.
    throw unusable(path, error);
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

function readKeyFile(path: string): KeyFile | undefined {
  try {
    const file: unknown = JSON.parse(readFileSync(path, 'utf8'));
    if (!isKeyFile(file)) throw new Error('it holds no keys');
    return file;
  } catch (error) {
    // No file yet is the first start. Anything else must not be overwritten: old tokens would stop working.
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return undefined;
    throw unusable(path, error);
  }
}

function isKeyFile(value: unknown): value is KeyFile {
  if (typeof value !== 'object' || value === null) return false;
  if (!('secret' in value) || !('pools' in value)) return false;
  const isSecret = typeof value.secret === 'string' && /^[0-9a-f]{64}$/.test(value.secret);
  return isSecret && typeof value.pools === 'object' && value.pools !== null;
}

/** Writes beside and renames, so that a kill leaves the old file or the new one, never half of one. */
function writeKeyFile(folder: string, path: string, file: KeyFile): void {
  try {
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    writeFileSync(`${path}.new`, JSON.stringify(file), { mode: 0o600, flush: true });
    renameSync(`${path}.new`, path);
  } catch (error) {
    // The file system tells what failed; a person needs to know where, and what to do about it.
    throw unusable(path, error);
  }
}
