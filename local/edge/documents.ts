import { amplifyOutputs } from '../../contract/amplify-outputs.ts';
import {
  APP_CLIENT_IDS,
  DEMO_PEOPLE,
  PEOPLE_POOL_ID,
  REGION,
  SERVICES_POOL_ID,
  peoplePool,
  webClient,
} from '../seed/identities.ts';
import type { UserPools } from '../user-pool/user-pools.ts';

/**
 * What the app is configured with. Amplify's format has no place for an address without TLS, so `custom.local` names the
 * stand-in: `endpoint` for Cognito's operations, `domain` for managed login, both with their scheme.
 */
export function localAmplifyOutputs(endpoint: string): object {
  const { callbackUrls = [], logoutUrls = [] } = webClient.oauth ?? {};
  return {
    ...amplifyOutputs({
      region: REGION,
      poolId: PEOPLE_POOL_ID,
      clientId: webClient.id,
      domain: new URL(endpoint).host,
      // Here any port of localhost does for the two addresses, so the app may put its own; on AWS they are exact.
      callbackUrls,
      logoutUrls,
      relyingPartyId: peoplePool.passkeys?.relyingPartyId,
    }),
    custom: { local: { endpoint, domain: endpoint } },
  };
}

/** What is here: pools, clients with their secrets, and the demo people, for tests and for whoever is curious. */
export function about(userPools: Pick<UserPools, 'hasClient' | 'clientSecret'>): object {
  const present = Object.entries(APP_CLIENT_IDS).filter(([, id]) => userPools.hasClient(id));
  const clients = present.map(([name, id]) => {
    const secret = userPools.clientSecret(id);
    return [name, secret === undefined ? { id } : { id, secret }] as const;
  });
  return {
    region: REGION,
    pools: { people: PEOPLE_POOL_ID, services: SERVICES_POOL_ID },
    clients: Object.fromEntries(clients),
    people: DEMO_PEOPLE,
  };
}
