/**
 * The CDK app: `npm run deploy` runs it, and so can the CDK's own command line, from this folder. `PRESSPASS_APP` is the folder of
 * another build than the one that `npm run build` has left.
 */
import type { App } from 'aws-cdk-lib';
import { env, exit } from 'node:process';
import { judgedApp } from './judged-app.ts';
import { buildFunctionBundles } from './functions/function-bundles.ts';
import { addPresspass } from './presspass.ts';
import { settingsFrom } from './settings.ts';

try {
  const app = judgedApp();
  const settings = settingsFrom(contextOf(app), env);
  await buildFunctionBundles();
  addPresspass(app, settings, env['PRESSPASS_APP']);
  app.synth();
} catch (problem) {
  // For the person at the terminal: what is wrong, not where in the CDK it was noticed.
  console.error(problem instanceof Error ? problem.message : problem);
  exit(1);
}

function contextOf(app: App): Record<string, unknown> {
  return app.node.getAllContext() as Record<string, unknown>;
}
