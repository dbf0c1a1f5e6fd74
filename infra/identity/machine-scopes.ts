/** An API that defines scopes, as far as it takes to tell which. */
interface ScopeSource {
  readonly identifier: string;
  readonly scopes: readonly { readonly name: string }[];
}

/** A machine wants a scope that no resource server defines: Cognito would refuse the app client in mid-deployment. */
export class UndefinedScope extends Error {
  override readonly name = 'UndefinedScope';
}

/** The scopes that a machine wants, each known to be defined. Throws `UndefinedScope` naming both. */
export function definedScopes(
  machine: string,
  wanted: readonly string[],
  servers: readonly ScopeSource[],
): readonly string[] {
  const defined = servers.flatMap(({ identifier, scopes }) =>
    scopes.map(({ name }) => `${identifier}/${name}`),
  );
  const unknown = wanted.find((scope) => !defined.includes(scope));
  if (unknown === undefined) return wanted;
  throw new UndefinedScope(
    `The machine ${machine} wants the scope ${unknown}, which no resource server in contract/identities.ts defines; there are ${defined.join(', ')}.`,
  );
}
