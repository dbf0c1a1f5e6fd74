import type { JWK } from 'jose';

/** A user pool whose tokens a gateway may let pass. */
export interface TrustedPool {
  /** `<region>_<nine letters and digits>` */
  userPoolId: string;
  /** Its app clients: an HTTP API's authorizer compares them with `aud` or `client_id`. */
  clientIds: readonly string[];
  /** The pool's public keys: they are handed over, never fetched. */
  jwks: { keys: JWK[] };
}

/** What the `${…}` of a contract's authorizers stand for; at deployment they are substituted. */
export interface References {
  /** By placeholder in `providerARNs`: `${PeoplePoolArn}`. */
  pools: Readonly<Record<string, TrustedPool>>;
  /** Regular expressions by placeholder in `identityValidationExpression`: `${PeopleClientIds}`. */
  expressions: Readonly<Record<string, string>>;
}

/** The issuer of a pool's tokens (AWS: "Verifying a JSON web token"). */
export function issuerOf(userPoolId: string): string {
  const [region = ''] = userPoolId.split('_');
  return `https://cognito-idp.${region}.amazonaws.com/${userPoolId}`;
}
