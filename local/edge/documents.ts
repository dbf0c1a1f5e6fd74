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

/** Where to look, for somebody who opens the stand-in in a browser. */
export const directory = `<!doctype html>
<html lang="en">
<meta charset="utf-8">
<title>Presspass, AWS on this laptop</title>
<style>body { font: 1rem/1.6 system-ui, sans-serif; max-width: 40rem; margin: 3rem auto; padding: 0 1rem }</style>
<h1>AWS on this laptop</h1>
<p>User pools, gateway, tables and mailbox of Presspass. The app itself runs at another address.</p>
<ul>
<li><a href="/mailbox">Mailbox</a>: what Cognito would have e-mailed</li>
<li><a href="/api/news">/api/news</a>: the news API, as a REST API of API Gateway</li>
<li>/services/hello, /services/weather: the services API, the same kind</li>
<li><a href="/http-api/news">/http-api/news</a>, /http-api/hello, /http-api/weather: both, as one HTTP API</li>
<li><a href="/about.json">/about.json</a>: pools, clients, demo people</li>
<li><a href="/amplify_outputs.json">/amplify_outputs.json</a>: the app's configuration</li>
<li><a href="/${PEOPLE_POOL_ID}/.well-known/jwks.json">the pool's public keys</a></li>
<li><a href="/health">/health</a></li>
</ul>
</html>
`;
