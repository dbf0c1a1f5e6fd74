import { WrongDefinition } from './wrong-definition.ts';

/** An API that defines scopes, as far as it takes to tell which. */
interface ScopeSource {
  readonly identifier: string;
  readonly scopes: readonly { readonly name: string }[];
}

/** The full names of all scopes that resource servers define, `weather-api/get`. */
export function definedScopes(servers: readonly ScopeSource[]): string[] {
  return servers.flatMap(({ identifier, scopes }) =>
    scopes.map(({ name }) => `${identifier}/${name}`),
  );
}

/** Throws `WrongDefinition` naming who wants a scope that is not among the known ones: AWS would say so in mid-deployment, or never. */
export function expectScopes(
  who: string,
  wanted: readonly string[],
  known: readonly string[],
): void {
  const unknown = wanted.find((scope) => !known.includes(scope));
  if (unknown === undefined) return;
  throw new WrongDefinition(
    `${who} wants the scope ${unknown}, which no resource server in contract/identities.ts defines; there are ${known.join(', ')}.`,
  );
}
