import { readFileSync } from 'node:fs';
import * as sdk from '@aws-sdk/client-cognito-identity-provider';

/** What kind of JSON value a member takes. */
export type Kind = 'string' | 'number' | 'boolean' | 'list' | 'map' | 'structure' | 'other';

/** A member of a request, as Cognito's model has it. */
export interface Member {
  readonly name: string;
  readonly kind: Kind;
  readonly isRequired: boolean;
}

/** What the AWS SDK knows of an operation. */
export interface OperationModel {
  readonly members: readonly Member[];
  /** The client faults that the operation may answer with. */
  readonly faults: ReadonlySet<string>;
}

/** Shapes as the SDK writes them: https://github.com/smithy-lang/smithy-typescript, `@smithy/types` schemas. */
const simple: Record<number, Kind> = {
  0: 'string',
  1: 'number',
  2: 'boolean',
  64: 'list',
  128: 'map',
};
const shapes: Record<number, Kind> = { 1: 'list', 2: 'map', 3: 'structure' };
const LIST = 64;
const MAP = 128;

/** Reads an operation's model from the SDK. Throws when the SDK does not have the operation. */
export function modelOf(operation: string): OperationModel {
  const schema = (sdk as Record<string, unknown>)[`${operation}$`];
  if (!Array.isArray(schema)) throw new Error(`The SDK does not have ${operation}.`);
  const input = resolved(schema[4]) as [
    number,
    string,
    string,
    number,
    string[],
    unknown[],
    number?,
  ];
  const [, , , , names, types, required = 0] = input;
  const members = names.map((name, index) => ({
    name,
    kind: kindOf(types[index]),
    isRequired: index < required,
  }));
  return { members, faults: faultsOf(operation) };
}

/** The SDK's declarations name each operation's errors, and whose fault they are. */
function faultsOf(operation: string): Set<string> {
  const main = import.meta.resolve('@aws-sdk/client-cognito-identity-provider');
  const file = new URL(`../dist-types/commands/${operation}Command.d.ts`, main);
  const found = readFileSync(file, 'utf8').matchAll(/@throws \{@link (\w+)\} \(client fault\)/g);
  return new Set([...found].map(([, name = '']) => name));
}

function kindOf(type: unknown): Kind {
  const schema = resolved(type);
  if (typeof schema === 'number') {
    if (schema & MAP) return 'map';
    return schema & LIST ? 'list' : (simple[schema] ?? 'other');
  }
  if (!Array.isArray(schema)) return 'other';
  const [shape, , , , target] = schema as [number, string, string, unknown, unknown];
  return shape === 0 ? kindOf(target) : (shapes[shape] ?? 'other');
}

/** Takes away what stands around a schema: a function against cycles, a pair with traits. */
function resolved(type: unknown): unknown {
  if (typeof type === 'function') return resolved((type as () => unknown)());
  if (Array.isArray(type) && typeof type[0] !== 'number') return resolved(type[0]);
  return type;
}
