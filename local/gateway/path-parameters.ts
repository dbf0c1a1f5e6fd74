/**
 * The values of a path template's parameters, decoded: `/news/{id}` and `/news/a%20b` give
 * `{ id: 'a b' }`. The path must match the template.
 */
export function pathParameters(template: string, path: string): Record<string, string> {
  const segments = path.split('/');
  const parameters = template.split('/').flatMap((name, at): [string, string][] => {
    const [, parameter] = /^\{(.+)\}$/.exec(name) ?? [];
    return parameter === undefined ? [] : [[parameter, decoded(segments[at] ?? '')]];
  });
  return Object.fromEntries(parameters);
}

function decoded(segment: string): string {
  try {
    return decodeURIComponent(segment);
  } catch {
    // A stray % is no encoding: the function gets it as it came, and refuses it.
    return segment;
  }
}
