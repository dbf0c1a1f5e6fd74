import type { JWTPayload } from 'jose';
import type { User } from '../users/user-store.ts';

/** All that the pool knows about a user, as claims. */
export function allClaims(user: User): JWTPayload {
  return { ...user.attributes, email: user.email, email_verified: user.isEmailVerified };
}

const members: Record<string, readonly string[]> = {
  email: ['email', 'email_verified'],
  phone: ['phone_number', 'phone_number_verified'],
};

/**
 * What the scopes of a sign-in at the domain let a client know: `openid` alone or with `profile` is everything; beside `email` or
 * `phone` without `profile` it is only those.
 * https://docs.aws.amazon.com/cognito/latest/developerguide/cognito-user-pools-define-resource-servers.html
 */
export function claimsInScope(user: User, scopes: readonly string[]): JWTPayload {
  const limiting = scopes.flatMap((scope) => members[scope] ?? []);
  const claims = allClaims(user);
  if (scopes.includes('profile') || limiting.length === 0) return claims;
  return Object.fromEntries(Object.entries(claims).filter(([name]) => limiting.includes(name)));
}
