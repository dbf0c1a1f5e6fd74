import { decodeToken } from '../../shared/decoded-token';

/** Who is signed in, as the ID token says. */
export interface Person {
  /** The `sub` claim: stays the same when the e-mail address changes. */
  readonly id: string;
  readonly email: string;
  readonly groups: readonly string[];
}

/**
 * The person in the claims of a Cognito ID token; `null` when they name nobody.
 * https://docs.aws.amazon.com/cognito/latest/developerguide/amazon-cognito-user-pools-using-the-id-token.html
 */
export function personFromClaims(claims: Readonly<Record<string, unknown>>): Person | null {
  const { sub, email, 'cognito:groups': groups } = claims;
  if (typeof sub !== 'string') return null;
  return {
    id: sub,
    email: typeof email === 'string' ? email : '',
    groups: Array.isArray(groups) ? groups.filter((group) => typeof group === 'string') : [],
  };
}

/** The person in an ID token whose signature nobody has checked; `null` when it is no token. */
export function personFromUncheckedToken(idToken: string): Person | null {
  const token = decodeToken(idToken);
  return token && personFromClaims(token.claims);
}
