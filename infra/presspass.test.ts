import { Stack, Validations } from 'aws-cdk-lib';
import { UserPool } from 'aws-cdk-lib/aws-cognito';
import { deepEqual, match } from 'node:assert/strict';
import { before, suite, test } from 'node:test';
import { buildFunctionBundles } from './functions/function-bundles.ts';
import { addPresspass } from './presspass.ts';
import { settingsFrom } from './settings.ts';
import { everyPairOfSettings } from './testing/every-pair-of-settings.ts';
import { appFolder } from './testing/app-folder.ts';
import { findings } from './testing/findings.ts';
import { inTemporaryFolder } from './testing/temporary-folder.ts';
import { unjudgedApp } from './testing/unjudged-app.ts';

suite('every stack, as AWS judges it', () => {
  before(() => buildFunctionBundles());

  for (const context of everyPairOfSettings()) {
    test(`with ${JSON.stringify(context)}`, () => {
      const judged = findings((app) => addPresspass(app, settingsFrom(context, {}), appFolder));
      deepEqual(judged, { unexplained: [], obsolete: [] });
    });
  }
});

suite('a deployment', () => {
  before(() => buildFunctionBundles());

  /** Name, region and whether it is protected from deletion. */
  const stacksWith = (context: Readonly<Record<string, string>>): unknown[] =>
    inTemporaryFolder((outdir) => {
      const settings = settingsFrom(context, {});
      const parts = addPresspass(unjudgedApp(outdir), settings, appFolder);
      const stacks = [parts.identity, parts.news, parts.firewall, parts.web];
      return stacks
        .flatMap((stack) => stack ?? [])
        .map((stack) => [stack.stackName, stack.region, stack.terminationProtection]);
    });

  test('is of three stacks, which may be deleted', () => {
    deepEqual(stacksWith({ region: 'eu-central-1' }), [
      ['presspass-identity', 'eu-central-1', false],
      ['presspass-news', 'eu-central-1', false],
      ['presspass-web', 'eu-central-1', false],
    ]);
  });

  test('in production has names of its own, and none of its stacks is deleted by a slip', () => {
    deepEqual(stacksWith({ environment: 'production', firewall: 'on' }), [
      ['presspass-production-identity', 'eu-west-1', true],
      ['presspass-production-news', 'eu-west-1', true],
      ['presspass-production-firewall', 'us-east-1', true],
      ['presspass-production-web', 'eu-west-1', true],
    ]);
  });
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
