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
 * What the app is configured with, in Amplify's own format. It has no place for an address without TLS, so `custom.local` names the
 * stand-in: `endpoint` for Cognito's operations, `domain` for managed login, both with their scheme. Holds no secret.
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
      oauth: managedLogin(endpoint),
      passwordless: passwordless(),
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
    custom: { local: { endpoint, domain: endpoint } },
  };
}

function passwordless(): object {
  const { firstFactors, passkeys } = peoplePool;
  return {
    email_otp_enabled: firstFactors.includes('EMAIL_OTP'),
    sms_otp_enabled: false,
    ...(passkeys
      ? {
          web_authn: {
            relying_party_id: passkeys.relyingPartyId,
            user_verification: passkeys.userVerification,
          },
        }
      : {}),
  };
}

/** Here any port of localhost does for the two addresses, so the app may put its own; on AWS they are exact. */
function managedLogin(endpoint: string): object {
  const { scopes = [], callbackUrls = [], logoutUrls = [] } = webClient.oauth ?? {};
  return {
    identity_providers: [],
    domain: new URL(endpoint).host,
    scopes,
    redirect_sign_in_uri: callbackUrls,
    redirect_sign_out_uri: logoutUrls,
    response_type: 'code',
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
