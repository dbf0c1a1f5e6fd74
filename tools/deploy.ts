/** `npm run deploy`: puts the paper on AWS, or what has changed of it; docs/deploy.md. */
import { argv, stdin } from 'node:process';
import { buildFunctionBundles } from '../infra/functions/function-bundles.ts';
import { buildForProduction } from './build/production-build.ts';
import { Cdk } from './deploy/cdk.ts';
import { deploy } from './deploy/deployment.ts';
import { deployOptionsFrom } from './deploy/options.ts';
import { typed } from './deploy/question.ts';
import { readinessFor } from './deploy/readiness.ts';
import { smokeTest, usualPatience } from './deploy/smoke-test.ts';
import { runCommand, StartUpProblem } from './processes/start-up-problem.ts';

async function build(): Promise<boolean> {
  console.log('Building the functions …');
  await buildFunctionBundles();
  return buildForProduction();
}

await runCommand(async () => {
  const options = deployOptionsFrom('deploy', argv.slice(2));
  const ready = await readinessFor('deploy', options);
  if (!options.isAgreed && !stdin.isTTY) {
    throw new StartUpProblem(
      'There is no terminal to ask at. Say --yes to deploy without being asked.',
    );
  }
  const { region } = ready.settings;
  return deploy({
    options,
    ready,
    cdk: new Cdk({ region, profile: options.profile }),
    build,
    ask: async (question) =>
      options.isAgreed || /^y(es)?$/i.test(await typed(`${question} [y/N] `)),
    smokeTest: (address) => smokeTest(address, usualPatience),
  });
});
