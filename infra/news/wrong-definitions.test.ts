import { App } from 'aws-cdk-lib';
import { throws } from 'node:assert/strict';
import { suite, test } from 'node:test';
import { buildFunctionBundles } from '../functions/function-bundles.ts';
import type { FunctionBundle } from '../functions/function-bundles.ts';
import { IdentityStack } from '../identity/identity-stack.ts';
import { recommendedFlags } from '../recommended-flags.ts';
import { settingsFrom } from '../settings.ts';
import { WrongDefinition } from '../wrong-definition.ts';
import { NewsStack } from './news-stack.ts';

const bundles = await buildFunctionBundles();

/** Synthesis with other bundles than those of the handlers. */
function synthesisWith(others: readonly FunctionBundle[]): () => void {
  const settings = settingsFrom({}, {});
  const env = { region: settings.region };
  return () => {
    const app = new App({ context: recommendedFlags });
    const { people, services } = new IdentityStack(app, 'Identity', { settings, env });
    new NewsStack(app, 'News', { settings, env, people, services, bundles: others });
  };
}

const naming = (...words: RegExp[]) => {
  return (problem: unknown): boolean =>
    problem instanceof WrongDefinition && words.every((word) => word.test(problem.message));
};

// The contracts' own mistakes are in contract-checks.test.ts.
suite('synthesis fails', () => {
  test('by the name of an operation without a handler', () => {
    const without = bundles.filter(({ operationId }) => operationId !== 'readArticle');
    throws(synthesisWith(without), naming(/operation readArticle, which has no handler/));
  });

  test('by the name of a handler without an operation, one of an API that is not deployed too', () => {
    const unknown = { operationId: 'openVault', folder: '', bytes: 0, variables: [] };
    throws(synthesisWith([...bundles, unknown]), naming(/handler openVault/));
    const greeting = bundles.filter(({ operationId }) => operationId !== 'hello');
    throws(synthesisWith(greeting), naming(/operation hello,/));
  });

  test('by the names of a function and of the setting that it wants in vain', () => {
    const wanting = bundles.map((bundle) =>
      bundle.operationId === 'getMe' ? { ...bundle, variables: ['ARTICLES_TABLE'] } : bundle,
    );
    throws(synthesisWith(wanting), naming(/function getMe wants ARTICLES_TABLE/));
  });
});
