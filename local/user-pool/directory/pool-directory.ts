import type { StateDatabase } from '../../state/state-database.ts';
import type { Clock } from '../../clock.ts';
import { cognitoError } from '../cognito-error.ts';
import { KeptResources } from './kept-resources.ts';
import { issuerOf } from './pool-settings.ts';
import type { AppClient, Group, PoolSettings, ResourceServer } from './pool-settings.ts';

/** An app client and its pool. */
export interface PoolClient {
  readonly pool: PoolSettings;
  readonly client: AppClient;
}

/** Second factors and passkeys: what of a pool's own settings can be changed. */
type MfaConfig = Pick<PoolSettings, 'mfa' | 'passkeys'>;

/** There is one for each pool. */
const MFA_CONFIG = 'mfa-config';

/** Finds pools and what they consist of, as declared and since changed; refuses unknown ids as Cognito does. */
export class PoolDirectory {
  readonly clients: KeptResources<AppClient>;
  readonly groups: KeptResources<Group>;
  readonly resourceServers: KeptResources<ResourceServer>;
  private readonly mfaConfigs: KeptResources<MfaConfig>;
  private readonly declared: ReadonlyMap<string, PoolSettings>;
  private readonly firstSeen = new Map<string, number>();

  constructor(pools: readonly PoolSettings[], database: StateDatabase, clock: Clock) {
    this.declared = new Map(pools.map((pool) => [pool.id, pool]));
    this.clients = new KeptResources(database, clock, 'client');
    this.groups = new KeptResources(database, clock, 'group');
    this.resourceServers = new KeptResources(database, clock, 'resource-server');
    this.mfaConfigs = new KeptResources(database, clock, 'mfa-config');
    database.transaction(() => {
      for (const pool of pools) {
        const since = firstSeenAt(database, pool.id, clock.now());
        this.firstSeen.set(pool.id, since);
        this.register(pool, since);
      }
    });
  }

  /** Adds an app client until the process ends. */
  addAppClient(poolId: string, client: AppClient): void {
    this.clients.declare(this.pool(poolId).id, client.id, client, this.createdAt(poolId));
  }

  /** Every pool, by id. */
  list(): PoolSettings[] {
    return [...this.declared.keys()].sort().map((id) => this.pool(id));
  }

  findPool(poolId: string): PoolSettings | undefined {
    const declared = this.declared.get(poolId);
    if (!declared) return undefined;
    const values = <T>(resources: KeptResources<T>): T[] =>
      resources.list(poolId).map(({ kept }) => kept.value);
    const { clients, groups, resourceServers } = this;
    // Read when asked for: most requests need none of the lists.
    return {
      ...declared,
      ...this.mfaConfigs.find(poolId, MFA_CONFIG)?.value,
      get clients() {
        return values(clients);
      },
      get groups() {
        return values(groups);
      },
      get resourceServers() {
        return values(resourceServers);
      },
    };
  }

  pool(poolId: string): PoolSettings {
    const pool = this.findPool(poolId);
    if (pool) return pool;
    throw cognitoError('ResourceNotFoundException', `User pool ${poolId} does not exist.`);
  }

  /** Sets what SetUserPoolMfaConfig sets, in place of what was declared. */
  saveMfaConfig(poolId: string, config: MfaConfig): void {
    this.mfaConfigs.save(poolId, MFA_CONFIG, config);
  }

  findClient(clientId: string): PoolClient | undefined {
    for (const poolId of this.declared.keys()) {
      const kept = this.clients.find(poolId, clientId);
      if (kept) return { pool: this.pool(poolId), client: kept.value };
    }
    return undefined;
  }

  client(clientId: string): PoolClient {
    const found = this.findClient(clientId);
    if (found) return found;
    throw cognitoError('ResourceNotFoundException', `User pool client ${clientId} does not exist.`);
  }

  poolByIssuer(issuer: string): PoolSettings | undefined {
    const found = [...this.declared.values()].find((pool) => issuerOf(pool) === issuer);
    return found && this.findPool(found.id);
  }

  /** When this installation first had the pool, in milliseconds since the epoch. */
  createdAt(poolId: string): number {
    return this.firstSeen.get(poolId) ?? 0;
  }

  private register({ id, clients, groups, resourceServers }: PoolSettings, since: number): void {
    for (const client of clients) this.clients.declare(id, client.id, client, since);
    for (const group of groups) this.groups.declare(id, group.name, group, since);
    for (const server of resourceServers) {
      this.resourceServers.declare(id, server.identifier, server, since);
    }
  }
}

function firstSeenAt(database: StateDatabase, poolId: string, now: number): number {
  database.prepare('INSERT OR IGNORE INTO pool (id, first_seen_at) VALUES (?, ?)').run(poolId, now);
  const row = database.prepare('SELECT first_seen_at FROM pool WHERE id = ?').get(poolId);
  return Number(row?.['first_seen_at']);
}
