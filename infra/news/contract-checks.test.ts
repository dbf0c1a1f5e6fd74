import { doesNotThrow, throws } from 'node:assert/strict';
import { suite, test } from 'node:test';
import { WrongDefinition } from '../wrong-definition.ts';
import { expectHandlers, expectLocks } from './contract-checks.ts';
import { contractNames } from '../../contract/contract.ts';
import { contractFrom, readContract } from '../../contract/read-contract.ts';

/** A contract with one operation, locked as `security` says in YAML. */
function locked(operationId: string, security: string): () => void {
  const contract = contractFrom(
    'news',
    `
info: { title: Probe, version: '1' }
servers: [{ url: /api }]
paths:
  /vault:
    get:
      operationId: ${operationId}
      ${security}
      responses: { '200': { description: It is open. } }
components:
  securitySchemes: { people: {} }
`,
  );
  return () => {
    expectLocks(contract);
  };
}

const says = (...words: RegExp[]) => {
  return (problem: unknown): boolean =>
    problem instanceof WrongDefinition && words.every((word) => word.test(problem.message));
};

suite('the locks of the contracts', () => {
  test('are in order', () => {
    contractNames.map(readContract).forEach(expectLocks);
  });

  test('may be scopes that a resource server defines, and Cognito’s own', () => {
    doesNotThrow(locked('openVault', 'security: [{ people: [] }]'));
    const scopes = '[news/write, weather-api/delete, aws.cognito.signin.user.admin]';
    doesNotThrow(locked('openVault', `security: [{ people: ${scopes} }]`));
  });

  test('are wrong with a scope that nobody defines, which is named', () => {
    for (const scope of ['news/wrte', 'news', 'vault/write']) {
      const attempt = locked('openVault', `security: [{ people: [${scope}] }]`);
      throws(attempt, says(/openVault/, new RegExp(`scope ${scope},`)));
    }
  });

  test('are missing from no operation but the public ones', () => {
    throws(locked('openVault', ''), says(/openVault has no security/, /listNews, userSignIn/));
    throws(locked('openVault', 'security: []'), says(/openVault has no security/));
    doesNotThrow(locked('listNews', 'security: []'));
  });

  test('are missing from public operations on purpose', () => {
    throws(locked('listNews', ''), says(/listNews is public/));
    throws(locked('listNews', 'security: [{ people: [] }]'), says(/listNews is public/));
  });

  test('are one at a time, and there', () => {
    for (const several of ['{ people: [], moon: [] }', '{ people: [] }, { moon: [] }', '{}']) {
      throws(locked('openVault', `security: [${several}]`), says(/openVault must name one/));
    }
    throws(
      locked('openVault', 'security: [{ moon: [] }]'),
      says(/openVault/, /moon: there is none/),
    );
  });
});

suite('operations and handlers', () => {
  const operations = [{ operationId: 'openVault' }, { operationId: 'closeVault' }];

  test('belong together', () => {
    expectHandlers(operations, ['closeVault', 'openVault']);
  });

  test('name the operation without a handler', () => {
    throws(
      () => {
        expectHandlers(operations, ['openVault']);
      },
      says(/operation closeVault, which has no handler/),
    );
  });

  test('name the handler without an operation', () => {
    throws(
      () => {
        expectHandlers(operations, ['openVault', 'closeVault', 'openWindow']);
      },
      says(/handler openWindow/),
    );
  });

  test('name the operation that is there twice', () => {
    const twice = [...operations, { operationId: 'openVault' }];
    throws(
      () => {
        expectHandlers(twice, ['openVault', 'closeVault']);
      },
      says(/Two operations are called openVault/),
    );
  });
});
