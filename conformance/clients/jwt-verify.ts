import { CognitoJwtVerifier } from 'aws-jwt-verify';
import { SimpleJwksCache } from 'aws-jwt-verify/jwk';
import type { House } from '../house/house.ts';
import { addressAt } from './aws-address.ts';

/** What a verifier is to insist on. */
export interface Wanted {
  readonly pool: 'people' | 'services';
  /** Names of app clients; null takes any. */
  readonly clients: readonly string[] | null;
  readonly tokenUse: 'id' | 'access' | null;
  readonly scope?: string;
}

/** Verifies with the keys that the stand-in serves; rejects with the verifier’s own error. */
export function verify(house: House, token: string, wanted: Wanted) {
  const jwksCache = new SimpleJwksCache({
    fetcher: {
      fetch: async (uri) => (await fetch(addressAt(house, uri))).arrayBuffer(),
    },
  });
  const verifier = CognitoJwtVerifier.create(
    {
      userPoolId: house.about.pools[wanted.pool],
      clientId: wanted.clients?.map((name) => house.client(name).id) ?? null,
      tokenUse: wanted.tokenUse,
      ...(wanted.scope !== undefined && { scope: wanted.scope }),
    },
    { jwksCache },
  );
  return verifier.verify(token);
}
