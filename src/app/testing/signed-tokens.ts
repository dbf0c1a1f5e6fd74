import { SignJWT, generateKeyPair } from 'jose';
import type { Tokens } from '../session';

const pool = 'https://cognito-idp.eu-west-1.amazonaws.com/eu-west-1_press';
const keys = generateKeyPair('RS256');
let count = 0;

interface Sign {
  readonly groups: readonly string[];
  /** Seconds since 1970. */
  readonly issuedAt: number;
  /** Further claims of both tokens. */
  readonly claims: Readonly<Record<string, unknown>>;
}

/** Really signed tokens of a sign-in with a password, as Cognito issues them, good for an hour. */
export async function signedTokens({
  groups = [],
  issuedAt = Math.floor(Date.now() / 1_000),
  claims = {},
}: Partial<Sign> = {}): Promise<Tokens> {
  count++;
  const shared = {
    sub: 'f3f9be12',
    ...(groups.length > 0 && { 'cognito:groups': groups }),
    jti: `token-${count}`,
    auth_time: issuedAt,
    ...claims,
  };
  const email = 'reader@presspass.test';
  const person = { id: 'f3f9be12', email, groups };
  const scope = 'aws.cognito.signin.user.admin';
  const end = issuedAt + 3_600;
  const [id, access] = await Promise.all([
    signed({ ...shared, token_use: 'id', aud: 'web', email }, issuedAt, end),
    signed({ ...shared, token_use: 'access', client_id: 'web', scope }, issuedAt, end),
  ]);
  return { id, access, person, remaining: end * 1_000 - Date.now() };
}

async function signed(claims: object, issuedAt: number, end: number): Promise<string> {
  const { privateKey } = await keys;
  return new SignJWT({ ...claims })
    .setProtectedHeader({ alg: 'RS256', kid: 'one' })
    .setIssuer(pool)
    .setIssuedAt(issuedAt)
    .setExpirationTime(end)
    .sign(privateKey);
}
