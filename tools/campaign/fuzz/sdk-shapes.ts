import * as cognito from '@aws-sdk/client-cognito-identity-provider';
import * as dynamodb from '@aws-sdk/client-dynamodb';
import type { Member, Shape } from '../shape.ts';

/** The input of every operation that an SDK knows, by the operation's name. */
export type Operations = ReadonlyMap<string, () => Shape>;

export const cognitoOperations = operationsOf(cognito);
export const dynamodbOperations = operationsOf(dynamodb);

/** Commands have a schema beside them, `SignUp$` beside `SignUpCommand`, whose fifth place is the input. */
function operationsOf(sdk: Record<string, unknown>): Operations {
  const names = Object.keys(sdk).filter((name) => name.endsWith('Command'));
  return new Map(
    names.flatMap((command) => {
      const name = command.slice(0, -'Command'.length);
      const schema = sdk[`${name}$`];
      return Array.isArray(schema) ? [[name, () => shapeOf(schema[4])] as const] : [];
    }),
  );
}

/** Shapes as the SDK writes them: https://github.com/smithy-lang/smithy-typescript, `@smithy/types` schemas. */
const simple: Readonly<Record<number, Shape>> = {
  0: { kind: 'text' },
  1: { kind: 'number' },
  2: { kind: 'boolean' },
  4: { kind: 'number' },
  15: { kind: 'anything' },
  21: { kind: 'bytes' },
};
const LIST = 64;
const MAP = 128;

function shapeOf(type: unknown): Shape {
  const schema = unwrapped(type);
  if (typeof schema === 'number') return simpleShape(schema);
  if (!Array.isArray(schema)) return { kind: 'anything' };
  const [kind, , , , target, types, more] = schema as unknown[];
  if (kind === 0) return shapeOf(target);
  if (kind === 1) return { kind: 'list', of: () => shapeOf(target) };
  if (kind === 2) return { kind: 'map', of: () => shapeOf(types) };
  const members = membersOf(target as string[], types as unknown[], Number(more ?? 0));
  return { kind: kind === 4 ? 'union' : 'structure', members };
}

function simpleShape(schema: number): Shape {
  if (schema & MAP) return { kind: 'map', of: () => simpleShape(schema & ~MAP) };
  if (schema & LIST) return { kind: 'list', of: () => simpleShape(schema & ~LIST) };
  return simple[schema] ?? { kind: 'anything' };
}

/** Those that are required come first. */
function membersOf(
  names: readonly string[],
  types: readonly unknown[],
  required: number,
): Member[] {
  return names.map((name, index) => ({
    name,
    isRequired: index < required,
    shape: () => shapeOf(types[index]),
  }));
}

/** Takes away what stands around a schema: a function against cycles, a pair with traits. */
function unwrapped(type: unknown): unknown {
  if (typeof type === 'function') return unwrapped((type as () => unknown)());
  if (Array.isArray(type) && typeof type[0] !== 'number') return unwrapped(type[0]);
  return type;
}
