import type { OAuthSettings, PoolSettings } from './pool-settings.ts';

/** The scopes that a pool's resource servers define, by their full names as `weather-api/get`. */
export function definedScopes(pool: PoolSettings): ReadonlySet<string> {
  return new Set(
    pool.resourceServers.flatMap(({ identifier, scopes }) =>
      scopes.map(({ name }) => `${identifier}/${name}`),
    ),
  );
}

/** What a client may ask for and keep: its scopes, less the custom ones that no resource server defines any more. */
export function allowedScopes(
  pool: PoolSettings,
  oauth: Pick<OAuthSettings, 'scopes'>,
): readonly string[] {
  const defined = definedScopes(pool);
  return oauth.scopes.filter((scope) => !scope.includes('/') || defined.has(scope));
}
