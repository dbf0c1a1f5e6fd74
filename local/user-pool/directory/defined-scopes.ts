import type { PoolSettings } from './pool-settings.ts';

/** The scopes that a pool's resource servers define, by their full names as `weather-api/get`. */
export function definedScopes(pool: PoolSettings): ReadonlySet<string> {
  return new Set(
    pool.resourceServers.flatMap(({ identifier, scopes }) =>
      scopes.map(({ name }) => `${identifier}/${name}`),
    ),
  );
}
