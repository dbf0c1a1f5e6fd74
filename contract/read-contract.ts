import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import type {
  Callers,
  Contract,
  ContractName,
  Method,
  Operation,
  Parameter,
  SecurityScheme,
} from './contract.ts';
import { nameIn } from './contract.ts';

const methods = ['get', 'put', 'post', 'delete', 'patch'] as const satisfies Lowercase<Method>[];

/** Reads `contract/<name>.yaml`. */
export function readContract(name: ContractName): Contract {
  return contractFrom(name, readFileSync(contractFile(name), 'utf8'));
}

const contractFile = (name: ContractName): URL => new URL(`${name}.yaml`, import.meta.url);

/** A contract from its YAML. */
export function contractFrom(name: ContractName, yaml: string): Contract {
  const { info, servers, paths, components = {} } = parse(yaml) as Document;
  return {
    name,
    title: info.title,
    version: info.version,
    root: servers[0].url,
    operations: Object.entries(paths).flatMap(([path, item]) =>
      operationsAt(path, item, components),
    ),
    securitySchemes: components.securitySchemes ?? {},
  };
}

interface Document {
  info: { title: string; version: string };
  servers: [{ url: string }];
  paths: Record<string, PathItem>;
  components?: Components;
}

interface Components {
  securitySchemes?: Record<string, SecurityScheme>;
  parameters?: Record<string, Parameter>;
  responses?: Record<string, Answer>;
}

interface Answer {
  description: string;
}

interface Reference {
  $ref: string;
}

interface OperationItem {
  operationId: string;
  summary: string;
  requestBody?: unknown;
  'x-presspass-caller'?: Callers;
  'x-presspass-probe'?: string;
  parameters?: (Parameter | Reference)[];
  security?: Record<string, string[]>[];
  responses: Record<string, Answer | Reference>;
}

type Parameters = readonly (Parameter | Reference)[];

type PathItem = Partial<Record<(typeof methods)[number], OperationItem>> & {
  parameters?: (Parameter | Reference)[];
};

function operationsAt(path: string, item: PathItem, components: Components): Operation[] {
  const { parameters: shared = [] } = item;
  return methods.flatMap((method) => {
    const operation = item[method];
    return operation ? [operationFrom(operation, { method, path, shared, components })] : [];
  });
}

function operationFrom(
  item: OperationItem,
  at: {
    method: (typeof methods)[number];
    path: string;
    shared: Parameters;
    components: Components;
  },
): Operation {
  const { operationId, summary, parameters = [], security, responses } = item;
  const { method, path, shared, components } = at;
  return {
    operationId,
    summary,
    method: method.toUpperCase() as Method,
    path,
    parameters: [...shared, ...parameters].map((parameter) =>
      resolved(parameter, components.parameters),
    ),
    security,
    takesBody: item.requestBody !== undefined,
    callers: item['x-presspass-caller'],
    probe: item['x-presspass-probe'],
    answers: Object.fromEntries(
      Object.entries(responses).map(([status, answer]) => [
        status,
        resolved(answer, components.responses).description,
      ]),
    ),
  };
}

/** Follows `#/components/<kind>/<name>`. Throws for what is not there, which the contract's own linter has noticed. */
function resolved<Kind extends object>(
  value: Kind | Reference,
  known: Readonly<Record<string, Kind>> = {},
): Kind {
  if (!('$ref' in value)) return value;
  const found = known[nameIn(value.$ref)];
  if (found) return found;
  throw new Error(`The contract refers to ${value.$ref}, which is not in it.`);
}
