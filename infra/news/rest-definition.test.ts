import { deepEqual, throws } from 'node:assert/strict';
import { suite, test } from 'node:test';
import { readContract } from '../../contract/read-contract.ts';
import type { References } from './references.ts';
import { restDefinition } from './rest-definition.ts';

const references: References = {
  PeoplePoolArn: 'arn:people',
  ServicesPoolArn: 'arn:services',
  PeopleClientIds: '^(?:abc)$',
};

/** The keywords of an OpenAPI document, wherever they are in it; names of headers and fields are no keywords. */
function keywordsIn(value: unknown): string[] {
  if (Array.isArray(value)) return value.flatMap(keywordsIn);
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([name, member]) => [name, ...keywordsIn(member)]);
}

suite('what API Gateway imports', () => {
  const definition = (known = references): object =>
    restDefinition(readContract('news'), {
      references: known,
      integrationUri: (operationId) => `uri of ${operationId}`,
    });

  test('has nothing that the import warns of, since warnings fail it', () => {
    const keywords = new Set(keywordsIn(definition()));
    const warnedOf = [
      ...['additionalProperties', 'allOf', 'anyOf', 'discriminator', 'example', 'examples'],
      ...['exclusiveMinimum', 'format', 'maxItems', 'minItems', 'nullable', 'oneOf', 'readOnly'],
    ];
    deepEqual(
      warnedOf.filter((keyword) => keywords.has(keyword)),
      [],
    );
  });

  test('has no reference left to be substituted', () => {
    deepEqual(JSON.stringify(definition()).match(/\$\{[^}]*\}/g), null);
  });

  test('leaves out a pool that the deployment does not have', () => {
    const { components } = definition({ ...references, ServicesPoolArn: undefined }) as {
      components: { securitySchemes: Record<string, Record<string, { providerARNs: string[] }>> };
    };
    const { publishers } = components.securitySchemes;
    deepEqual(publishers?.['x-amazon-apigateway-authorizer']?.providerARNs, ['arn:people']);
  });

  test('fails by the name of a reference of which nothing is known', () => {
    const { PeopleClientIds: _, ...fewer } = references;
    throws(
      () => definition(fewer),
      /Nothing is known of \$\{PeopleClientIds\}.*\$\{PeoplePoolArn\}/,
    );
  });

  test('fails by the name of an authorizer that is left without a pool', () => {
    const without = { ...references, PeoplePoolArn: undefined };
    throws(() => definition(without), /The security scheme people has no user pool/);
  });
});
