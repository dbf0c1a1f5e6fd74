import {
  adminGroup,
  firstFactors,
  passkeyUserVerification,
  passwordPolicy,
  peopleClients,
} from './identities.ts';

/** Where the people pool is, for the app. */
export interface PeoplePoolAddress {
  region: string;
  poolId: string;
  /** The app client `presspass-web`. */
  clientId: string;
  /** The pool's domain without its scheme: `presspass.auth.eu-west-1.amazoncognito.com`. */
  domain: string;
  /** Where the domain may send a browser after signing in and out. */
  callbackUrls: readonly string[];
  logoutUrls: readonly string[];
  /** The name that passkeys are made for; without one there are none. */
  relyingPartyId: string | undefined;
}

/** The app's configuration in Amplify's own format, `/amplify_outputs.json`. Never a secret: everybody may read it. */
export function amplifyOutputs(pool: PeoplePoolAddress): { version: string; auth: object } {
  return {
    version: '1.4',
    auth: {
      aws_region: pool.region,
      user_pool_id: pool.poolId,
      user_pool_client_id: pool.clientId,
      username_attributes: ['email'],
      standard_required_attributes: ['email'],
      user_verification_types: ['email'],
      mfa_configuration: 'OPTIONAL',
      mfa_methods: ['TOTP'],
      oauth: {
        identity_providers: [],
        domain: pool.domain,
        scopes: peopleClients['presspass-web'].managedLogin.scopes,
        redirect_sign_in_uri: pool.callbackUrls,
        redirect_sign_out_uri: pool.logoutUrls,
        response_type: 'code',
      },
      passwordless: passwordless(pool.relyingPartyId),
      unauthenticated_identities_enabled: false,
      groups: [{ [adminGroup.name]: { precedence: adminGroup.precedence } }],
      password_policy: {
        min_length: passwordPolicy.minimumLength,
        require_lowercase: passwordPolicy.requireLowercase,
        require_uppercase: passwordPolicy.requireUppercase,
        require_numbers: passwordPolicy.requireNumbers,
        require_symbols: passwordPolicy.requireSymbols,
      },
    },
  };
}

function passwordless(relyingPartyId: string | undefined): object {
  return {
    email_otp_enabled: firstFactors.includes('EMAIL_OTP'),
    sms_otp_enabled: false,
    ...(relyingPartyId !== undefined && {
      web_authn: {
        relying_party_id: relyingPartyId,
        user_verification: passkeyUserVerification,
      },
    }),
  };
}
