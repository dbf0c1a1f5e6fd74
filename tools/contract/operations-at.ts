const httpMethods = new Set(['get', 'put', 'post', 'delete', 'patch', 'head', 'options', 'trace']);

type Members = Readonly<Record<string, unknown>>;

/**
 * The operations that a place in a contract is about: the one that it is in, or that `from` is in, which refers to it; else those
 * that use the component it is in. Empty for a place that concerns none, or that is wrong in itself.
 */
export function operationsAt(contract: unknown, place: string, from = ''): string[] {
  for (const pointer of [place, from]) {
    const [, path = '', method = ''] = /^#\/paths\/([^/]+)(?:\/(\w+))?/.exec(pointer) ?? [];
    if (path !== '')
      return namesIn(contract, path.replaceAll('~1', '/').replaceAll('~0', '~'), method);
  }
  const [component] = /^#\/components\/[^/]+\/[^/]+/.exec(place) ?? [];
  return component === undefined ? [] : usersOf(contract, component);
}

/** One operation, or all of a path where the place belongs to no single one. */
function namesIn(contract: unknown, path: string, method: string): string[] {
  const item = membersOf(membersOf(membersOf(contract)['paths'])[path]);
  const methods = httpMethods.has(method) ? [method] : Object.keys(item);
  return methods.filter((one) => httpMethods.has(one)).map((one) => nameOf(item[one], one, path));
}

function usersOf(contract: unknown, component: string): string[] {
  const paths = Object.entries(membersOf(membersOf(contract)['paths']));
  return paths.flatMap(([path, item]) =>
    Object.entries(membersOf(item))
      .filter(([method]) => httpMethods.has(method))
      .filter(([, operation]) =>
        refersTo(contract, [operation, membersOf(item)['parameters']], component),
      )
      .map(([method, operation]) => nameOf(operation, method, path)),
  );
}

/** Whether what is written here leads to a component, by way of others too. */
function refersTo(contract: unknown, start: unknown, component: string): boolean {
  const seen = new Set<unknown>();
  const waiting = [start];
  for (let node = waiting.pop(); node !== undefined; node = waiting.pop()) {
    if (typeof node !== 'object' || node === null || seen.has(node)) continue;
    seen.add(node);
    const { $ref } = membersOf(node);
    if ($ref === component) return true;
    waiting.push(...Object.values<unknown>(membersOf(node)));
    if (typeof $ref === 'string') waiting.push(resolved(contract, $ref));
  }
  return false;
}

const resolved = (contract: unknown, ref: string): unknown =>
  ref
    .split('/')
    .slice(1)
    .reduce((node, name) => membersOf(node)[name], contract);

function nameOf(operation: unknown, method: string, path: string): string {
  const { operationId } = membersOf(operation);
  return typeof operationId === 'string' ? operationId : `${method.toUpperCase()} ${path}`;
}

const membersOf = (value: unknown): Members =>
  typeof value === 'object' && value !== null ? (value as Members) : {};
