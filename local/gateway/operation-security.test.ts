import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { operationSecurity } from './operation-security.ts';
import type { AuthorizerSettings, OperationSecurity } from './operation-security.ts';
import type { References } from './trusted-pool.ts';

const pool = { userPoolId: 'eu-west-1_Testing01', clientIds: [], jwks: { keys: [] } };
const references: References = {
  pools: { '${OnePoolArn}': pool, '${OtherPoolArn}': pool },
  expressions: { '${ClientIds}': 'abc|def' },
};

function read(
  authorizer: object,
  security: Record<string, string[]>[] = [{ lock: [] }],
  scheme: object = {},
): OperationSecurity {
  const lock = {
    type: 'apiKey' as const,
    name: 'Authorization',
    in: 'header',
    'x-amazon-apigateway-authorizer': {
      type: 'cognito_user_pools',
      providerARNs: ['${OnePoolArn}'],
      ...authorizer,
    },
    ...scheme,
  };
  const definition = {
    openapi: '3.0.3',
    info: { title: 'Probe', version: '1' },
    paths: {},
    components: { securitySchemes: { lock } },
  };
  const operation = {
    operationId: 'openVault',
    path: '/vault',
    method: 'get',
    security,
    responses: {},
  };
  return operationSecurity(operation, definition, references);
}

function settingsFrom(authorizer: object): AuthorizerSettings {
  const security = read(authorizer);
  assert.ok(security.kind === 'locked');
  return security.authorizer;
}

describe('how a contract locks an operation', () => {
  it('is not at all where it names no security', () => {
    assert.deepEqual(read({}, []), { kind: 'open' });
  });

  it('is with the scopes of the method', () => {
    const security = read({}, [{ lock: ['news/write', 'a/b'] }]);
    assert.ok(security.kind === 'locked');
    assert.deepEqual(security.scopes, ['news/write', 'a/b']);
  });

  it('may be with several pools', () => {
    const { pools } = settingsFrom({ providerARNs: ['${OnePoolArn}', '${OtherPoolArn}'] });
    assert.deepEqual(Object.keys(pools), ['${OnePoolArn}', '${OtherPoolArn}']);
  });

  it('compares the whole of aud with the expression', () => {
    const { audience } = settingsFrom({ identityValidationExpression: '${ClientIds}' });
    assert.ok(audience);
    assert.ok(audience.test('abc') && audience.test('def'));
    for (const other of ['abcd', 'xdef', 'abc|def', '']) assert.equal(audience.test(other), false);
  });

  it('remembers for 300 s unless it says otherwise', () => {
    assert.equal(settingsFrom({}).resultTtlSeconds, 300);
    assert.equal(settingsFrom({ authorizerResultTtlInSeconds: 0 }).resultTtlSeconds, 0);
  });

  const unknown: [what: string, read: () => unknown, message: RegExp][] = [
    ['a scheme that is not there', () => read({}, [{ moon: [] }]), /moon/],
    ['two schemes at once', () => read({}, [{ lock: [], other: [] }]), /exactly one/],
    ['a choice of schemes', () => read({}, [{ lock: [] }, { other: [] }]), /exactly one/],
    ['an optional scheme', () => read({}, [{}]), /exactly one/],
    ['another type', () => read({ type: 'request' }), /cognito_user_pools/],
    ['another header', () => read({}, undefined, { name: 'X-Token' }), /Authorization/],
    ['a token in the query', () => read({}, undefined, { in: 'query' }), /Authorization/],
    ['an unknown pool', () => read({ providerARNs: ['${MoonArn}'] }), /MoonArn/],
    ['no pool', () => read({ providerARNs: [] }), /no user pool/],
    ['an unknown placeholder', () => read({ identityValidationExpression: '${Moon}' }), /Moon/],
    ['a broken expression', () => read({ identityValidationExpression: '(' }), /expression/i],
    ['too long a memory', () => read({ authorizerResultTtlInSeconds: 3601 }), /3600/],
    ['a memory below nothing', () => read({ authorizerResultTtlInSeconds: -1 }), /3600/],
  ];
  for (const [what, attempt, message] of unknown) {
    it(`is refused with ${what}, by the operation's name`, () => {
      assert.throws(attempt, (problem: Error) => {
        assert.match(problem.message, /openVault/);
        assert.match(problem.message, message);
        return true;
      });
    });
  }
});
