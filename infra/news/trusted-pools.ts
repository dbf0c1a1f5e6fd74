import type { IUserPool, IUserPoolClient } from 'aws-cdk-lib/aws-cognito';
import type { PeoplePool } from '../identity/people-pool.ts';
import type { ServicesPool } from '../identity/services-pool.ts';
import type { References } from './references.ts';

/** A user pool whose tokens an API may let pass, with the app clients that they may be for. */
export interface TrustedPool {
  pool: IUserPool;
  clients: readonly IUserPoolClient[];
}

/** By the names that the contracts' `providerARNs` refer to. */
export type TrustedPools = References<TrustedPool> & { PeoplePoolArn: TrustedPool };

/** The pools of this deployment; there are services only where there are machines. */
export function trustedPools(people: PeoplePool, services: ServicesPool | undefined): TrustedPools {
  return {
    PeoplePoolArn: { pool: people.pool, clients: Object.values(people.clients) },
    ServicesPoolArn: services && { pool: services.pool, clients: [...services.clients.values()] },
  };
}

/** What a REST API's authorizers refer to: the pools' ARNs, and the people's app clients as a regular expression. */
export function referencesTo(pools: TrustedPools): References {
  const arns = Object.entries(pools).map(([name, trusted]) => [name, trusted?.pool.userPoolArn]);
  const ids = pools.PeoplePoolArn.clients.map((client) => client.userPoolClientId);
  return {
    ...(Object.fromEntries(arns) as References),
    // The whole of `aud`: AWS does not say whether a part would do.
    PeopleClientIds: `^(?:${ids.join('|')})$`,
  };
}
