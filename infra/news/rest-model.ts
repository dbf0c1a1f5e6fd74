import { WrongDefinition } from '../wrong-definition.ts';
import type { Schema } from './contract.ts';
import { nameIn } from './contract.ts';

/**
 * A schema as far as an API Gateway model takes it: types, required members, enumerations. The import warns of
 * `additionalProperties`, `nullable`, `example` and more, and warnings fail it. Lengths stay with the function too: it counts
 * characters, and says in words which field is too long.
 * https://docs.aws.amazon.com/apigateway/latest/developerguide/api-gateway-known-issues.html#api-gateway-known-issues-rest-apis
 * Throws `WrongDefinition` for a schema that a model cannot say.
 */
export function restModel(schema: Schema, schemas: Readonly<Record<string, Schema>>): Schema {
  const { $ref, type, enum: choices, required, properties, items } = schema;
  if ($ref !== undefined) return restModel(referred($ref, schemas), schemas);
  const beyond = ['oneOf', 'anyOf', 'allOf', 'not'].find((keyword) => keyword in schema);
  if (beyond !== undefined) {
    throw new WrongDefinition(`API Gateway takes no ${beyond} in the schema of a request body.`);
  }
  return {
    ...(type !== undefined && { type }),
    ...(choices !== undefined && { enum: choices }),
    ...(required !== undefined && { required }),
    ...(properties !== undefined && { properties: modelsIn(properties, schemas) }),
    ...(items !== undefined && { items: restModel(items, schemas) }),
  };
}

function modelsIn(
  properties: Readonly<Record<string, Schema>>,
  schemas: Readonly<Record<string, Schema>>,
): Record<string, Schema> {
  return Object.fromEntries(
    Object.entries(properties).map(([name, schema]) => [name, restModel(schema, schemas)]),
  );
}

function referred($ref: string, schemas: Readonly<Record<string, Schema>>): Schema {
  const schema = schemas[nameIn($ref)];
  if (schema) return schema;
  throw new WrongDefinition(`The contract refers to ${$ref}, and has no such schema.`);
}
