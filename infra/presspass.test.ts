import { Stack, Validations } from 'aws-cdk-lib';
import { UserPool } from 'aws-cdk-lib/aws-cognito';
import { deepEqual, match } from 'node:assert/strict';
import { before, suite, test } from 'node:test';
import { buildFunctionBundles } from './functions/function-bundles.ts';
import { addPresspass } from './presspass.ts';
import { settingsFrom } from './settings.ts';
import { everyPairOfSettings } from './testing/every-pair-of-settings.ts';
import { findings } from './testing/findings.ts';
import { appFolder } from './testing/app-folder.ts';

suite('every stack, as AWS judges it', () => {
  before(() => buildFunctionBundles());

  for (const context of everyPairOfSettings()) {
    test(`with ${JSON.stringify(context)}`, () => {
      const judged = findings((app) => addPresspass(app, settingsFrom(context, {}), appFolder));
      deepEqual(judged, { unexplained: [], obsolete: [] });
    });
  }
});

suite('the judges', () => {
  test('name what nobody has explained, and where', () => {
    const { unexplained } = findings((app) => new UserPool(new Stack(app, 'Stack'), 'Pool'));
    match(unexplained.join('\n'), /^AwsSolutions-COG1 at Stack\/Pool\/Resource: .*password/m);
  });

  test('name an explanation of what nobody finds', () => {
    const { obsolete } = findings((app) => {
      const pool = new UserPool(new Stack(app, 'Stack'), 'Pool');
      for (const rule of ['COG2', 'COG99']) {
        const id = `AwsSolutions::AwsSolutions-${rule}`;
        Validations.of(pool).acknowledge({ id, reason: 'For this test.' });
      }
    });
    deepEqual(obsolete, ['AwsSolutions::AwsSolutions-COG99 at Stack/Pool']);
  });
});
