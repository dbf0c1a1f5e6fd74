import { App, Stack } from 'aws-cdk-lib';
import { doesNotThrow, throws } from 'node:assert/strict';
import { suite, test } from 'node:test';
import { recommendedFlags } from '../recommended-flags.ts';
import { settingsFrom } from '../settings.ts';
import { OperationFunction } from './operation-function.ts';

/** A function whose code cannot do without `variables`. */
function wanting(...variables: string[]): OperationFunction {
  const stack = new Stack(new App({ context: recommendedFlags }), 'Stack');
  const bundle = { operationId: 'openVault', folder: import.meta.dirname, bytes: 0, variables };
  return new OperationFunction(stack, bundle, settingsFrom({}, {}));
}

suite('the environment variables of a function', () => {
  test('are all given, or the function and the variable are named', () => {
    const operation = wanting('VAULT_TABLE', 'VAULT_KEY');
    operation.give('VAULT_TABLE', 'vault');
    throws(() => {
      operation.expectComplete();
    }, /function openVault wants VAULT_KEY/);
    operation.give('VAULT_KEY', 'k');
    doesNotThrow(() => {
      operation.expectComplete();
    });
  });

  test('are given once each: of two table names only one could count', () => {
    const operation = wanting();
    operation.give('VAULT_TABLE', 'vault');
    throws(() => {
      operation.give('VAULT_TABLE', 'vault');
    }, /function openVault is given VAULT_TABLE twice/);
  });
});
