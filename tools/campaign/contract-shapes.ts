import { readFile } from 'node:fs/promises';
import { parse } from 'yaml';
import type { Shape } from './shape.ts';

/** An operation as the contracts describe it. */
export interface ApiOperation {
  id: string;
  method: string;
  /** With the stage: `/api/news/{id}`. */
  path: string;
  parameters: readonly { name: string; in: string; shape: Shape }[];
  body: Shape | undefined;
  /** Who may call it; undefined where anybody may. */
  scheme: string | undefined;
}

type Json = Record<string, unknown>;

/** Reads every operation of every contract. */
export async function apiOperations(): Promise<ApiOperation[]> {
  const names = ['news', 'services'];
  return (await Promise.all(names.map(operationsIn))).flat();
}

async function operationsIn(name: string): Promise<ApiOperation[]> {
  const url = new URL(`../../contract/${name}.yaml`, import.meta.url);
  const contract = parse(await readFile(url, 'utf8')) as Json;
  const stage = String((contract['servers'] as Json[])[0]?.['url']);
  return Object.entries(contract['paths'] as Record<string, Json>).flatMap(([path, item]) =>
    Object.entries(item)
      .filter(([, operation]) => operation instanceof Object && 'operationId' in operation)
      .map(([method, operation]) =>
        described(contract, { method, path: stage + path, item, operation: operation as Json }),
      ),
  );
}

function described(
  contract: Json,
  { method, path, item, operation }: { method: string; path: string; item: Json; operation: Json },
): ApiOperation {
  const given = [item['parameters'], operation['parameters']].flatMap(
    (one) => (one ?? []) as Json[],
  );
  const schema = find(contract, operation, 'requestBody', 'content', 'application/json', 'schema');
  const [security] = operation['security'] as object[];
  return {
    id: String(operation['operationId']),
    method: method.toUpperCase(),
    path,
    parameters: given.map((one) => {
      const parameter = resolved(contract, one);
      const shape = shapeOf(contract, parameter['schema'] as Json);
      return { name: String(parameter['name']), in: String(parameter['in']), shape };
    }),
    body: schema && shapeOf(contract, schema),
    scheme: security && Object.keys(security)[0],
  };
}

function shapeOf(contract: Json, given: Json): Shape {
  const schema = resolved(contract, given);
  const { type, items, properties, required = [] } = schema;
  if (type === 'string') {
    const choices = schema['enum'] as string[] | undefined;
    return choices ? { kind: 'text', choices } : { kind: 'text' };
  }
  if (type === 'integer' || type === 'number') return { kind: 'number' };
  if (type === 'boolean') return { kind: 'boolean' };
  if (type === 'array') return { kind: 'list', of: () => shapeOf(contract, items as Json) };
  if (type !== 'object') return { kind: 'anything' };
  const members = Object.entries((properties ?? {}) as Record<string, Json>);
  return {
    kind: 'structure',
    members: members.map(([name, member]) => ({
      name,
      isRequired: (required as string[]).includes(name),
      shape: () => shapeOf(contract, member),
    })),
  };
}

function resolved(contract: Json, schema: Json): Json {
  const reference = schema['$ref'];
  if (typeof reference !== 'string') return schema;
  return resolved(contract, find(contract, contract, ...reference.slice(2).split('/')) ?? {});
}

function find(contract: Json, from: Json, ...path: string[]): Json | undefined {
  let found: Json | undefined = from;
  for (const name of path) {
    const next: unknown = found?.[name];
    found = next instanceof Object ? resolved(contract, next as Json) : undefined;
  }
  return found;
}
