import {
  APP_CLIENT_IDS,
  DEMO_PEOPLE,
  PEOPLE_POOL_ID,
  REGION,
  SERVICES_POOL_ID,
  peoplePool,
} from '../seed/identities.ts';
import type { UserPools } from '../user-pool/user-pools.ts';

/**
 * What the app is configured with, in Amplify's own format; `custom.local.endpoint` names the
 * stand-in. Holds no secret.
 */
export function amplifyOutputs(endpoint: string): object {
  return {
    version: '1.4',
    auth: {
      aws_region: REGION,
      user_pool_id: PEOPLE_POOL_ID,
      user_pool_client_id: APP_CLIENT_IDS['presspass-web'],
      username_attributes: ['email'],
      standard_required_attributes: ['email'],
      user_verification_types: ['email'],
      mfa_configuration: 'OPTIONAL',
      mfa_methods: ['TOTP'],
      unauthenticated_identities_enabled: false,
      groups: peoplePool.groups.map(({ name, precedence = 0 }) => ({ [name]: { precedence } })),
      password_policy: {
        min_length: 8,
        require_lowercase: true,
        require_uppercase: true,
        require_numbers: true,
        require_symbols: true,
      },
    },
    custom: { local: { endpoint } },
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
