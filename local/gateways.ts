import { join, sep } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Clock } from './clock.ts';
import type { Contract } from './gateway/contract.ts';
import { readContract } from './gateway/contract.ts';
import type { CorsMode } from './gateway/cors.ts';
import type { GatewayApi } from './gateway/gateway.ts';
import { openHttpApi } from './gateway/http-api.ts';
import { openRestApi } from './gateway/rest-api.ts';
import { accountLimits } from './gateway/account-limits.ts';
import type { TrafficLimits } from './token-bucket.ts';
import type { References, TrustedPool } from './gateway/trusted-pool.ts';
import { peoplePool, servicesPool } from './seed/identities.ts';
import type { PoolSettings } from './user-pool/directory/pool-settings.ts';
import type { UserPools } from './user-pool/user-pools.ts';
import { TokenBucket } from './token-bucket.ts';

/** What the gateways need to know. */
export interface GatewayOptions {
  clock: Clock;
  cors: CorsMode;
  /** API Gateway's own limits unless given. */
  throttle: TrafficLimits | undefined;
  /** The folder of the function bundles to run; the handlers' sources unless given. */
  functions: string | undefined;
}

/** The contracts, each as a REST API of its own, and both as one HTTP API. */
export async function openGateways(
  userPools: Pick<UserPools, 'jwks'>,
  options: GatewayOptions,
): Promise<GatewayApi[]> {
  const { clock, cors, functions } = options;
  const shared = {
    clock,
    cors,
    // One for all: at AWS the limit is the account's.
    throttle: new TokenBucket(options.throttle ?? accountLimits, clock),
    references: referencesTo(userPools),
    handlers: functions === undefined ? sources : pathToFileURL(join(functions, sep)),
  };
  const contracts = await Promise.all(['news', 'services'].map(contractOf));
  return Promise.all([
    ...contracts.map((contract) => openRestApi({ ...shared, contract })),
    openHttpApi({ ...shared, contracts, issuers }),
  ]);
}

const sources = new URL('../backend/handlers/', import.meta.url);

/** A JWT authorizer has one issuer: of the two pools that may publish, the services'. */
const issuers = { publishers: '${ServicesPoolArn}' };

const contractOf = (name: string): Promise<Contract> =>
  readContract(new URL(`../contract/${name}.yaml`, import.meta.url));

/** What the contracts' authorizers name, as a deployment substitutes it. */
function referencesTo(userPools: Pick<UserPools, 'jwks'>): References {
  const people = trusted(userPools, peoplePool);
  const services = trusted(userPools, servicesPool);
  return {
    pools: { '${PeoplePoolArn}': people, '${ServicesPoolArn}': services },
    expressions: { '${PeopleClientIds}': people.clientIds.join('|') },
  };
}

function trusted(userPools: Pick<UserPools, 'jwks'>, { id, clients }: PoolSettings): TrustedPool {
  const jwks = userPools.jwks(id);
  if (!jwks) throw new Error(`There is no user pool ${id}.`);
  return { userPoolId: id, clientIds: clients.map((client) => client.id), jwks };
}
