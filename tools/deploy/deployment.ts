import { deployedStacks } from '../../infra/account/deployed-stacks.ts';
import type { DeployedStack } from '../../infra/account/deployed-stacks.ts';
import { StartUpProblem } from '../processes/start-up-problem.ts';
import type { Cdk } from './cdk.ts';
import { sameCommand } from './options.ts';
import type { DeployOptions } from './options.ts';
import type { Readiness } from './readiness.ts';
import { isBusy, stackTable } from './stack-words.ts';

/** What a deployment needs besides AWS. */
export interface DeploymentParts {
  options: DeployOptions;
  ready: Readiness;
  cdk: Cdk;
  /** Builds the app and the functions. Resolves to whether that succeeded; what did not has said why. */
  build: () => Promise<boolean>;
  /** Whether the person at the terminal agrees. */
  ask: (question: string) => Promise<boolean>;
  /** Looks at what was deployed, and prints what it sees. */
  smokeTest: (address: URL) => Promise<boolean>;
}

/**
 * Builds, shows the difference, asks, deploys and looks at the result. Resolves to the exit code; throws `StartUpProblem` with one
 * message that says what there is now, and what to do.
 */
export async function deploy(parts: DeploymentParts): Promise<number> {
  const { ready, build, ask, smokeTest } = parts;
  expectQuiet(ready.stacks);
  const known = appOriginFrom(parts);
  if (!(await build())) throw new StartUpProblem('Nothing was deployed: the build failed.');
  await prepare(parts, known);
  if (!(await ask(questionFor(parts, known)))) {
    console.log('Nothing was deployed.');
    return 1;
  }
  await deployStacks(parts);
  const address = await addressOf(parts);
  if (known !== address && !ready.settings.domain) {
    console.log(`\nOnce more, since the app’s address is known now: ${address}\n`);
    await prepare(parts, address);
    await deployStacks(parts);
  }
  console.log(`\nA look at ${address}:\n`);
  const isWell = await smokeTest(new URL(address));
  console.log(ending(address, isWell, parts.options));
  return isWell ? 0 : 1;
}

function expectQuiet(stacks: readonly DeployedStack[]): void {
  if (!stacks.some(({ state }) => state && isBusy(state.status))) return;
  throw new StartUpProblem(
    `Somebody else is deploying or deleting this right now:\n${stackTable(stacks)}\nWait until it has ended, then run this again.`,
  );
}

/** The app's address as far as it is known: said, or that of the stack that is there. With a domain of its own nobody asks. */
function appOriginFrom({ options, ready }: DeploymentParts): string | undefined {
  const web = ready.stacks.find(({ part }) => part === 'web');
  return ready.settings.domain
    ? undefined
    : (options.context['appOrigin'] ?? web?.state?.outputs['Address']);
}

async function prepare(
  { cdk, options, ready }: DeploymentParts,
  appOrigin: string | undefined,
): Promise<void> {
  const context = {
    ...options.context,
    region: ready.settings.region,
    ...(appOrigin !== undefined && { appOrigin }),
  };
  if (!(await cdk.synthesise(context))) {
    throw new StartUpProblem(
      'Nothing was deployed: a definition in infra/ is wrong, as said above.',
    );
  }
  if (!(await cdk.showDifference())) {
    throw new StartUpProblem('Nothing was deployed: the difference cannot be told, as said above.');
  }
}

function questionFor({ ready, options }: DeploymentParts, known: string | undefined): string {
  const { environment, region, domain } = ready.settings;
  const isTwice = known === undefined && !domain && options.context['appOrigin'] === undefined;
  const twice = isTwice ? ', in two passes, since CloudFront makes the address in the first' : '';
  return `\nDeploy this to account ${ready.accountId}, ${region} (${environment}${twice})?`;
}

async function deployStacks({ cdk, options, ready }: DeploymentParts): Promise<void> {
  if (await cdk.deploy()) return;
  throw new StartUpProblem(
    `\nThe deployment stopped on its way; above is what AWS says. What there is now, in account ${ready.accountId}:\n` +
      `${await tableNow(ready)}\n` +
      `Mend what it says and run this again, it goes on from here: ${sameCommand('deploy', options)}\n` +
      `To take everything away instead: ${sameCommand('destroy', options)}`,
  );
}

async function tableNow({ account, settings }: Readiness): Promise<string> {
  try {
    return stackTable(await deployedStacks(account, settings));
  } catch {
    // The credentials may be what ended the deployment. Its own words are above.
    return '  cannot be told: CloudFormation does not answer these credentials any more';
  }
}

async function addressOf({ ready, options }: DeploymentParts): Promise<string> {
  const stacks = await deployedStacks(ready.account, ready.settings);
  const address = stacks.find(({ part }) => part === 'web')?.state?.outputs['Address'];
  if (address !== undefined && URL.canParse(address)) return address;
  throw new StartUpProblem(
    `It is deployed, and the web stack does not say where (output Address). Look at its outputs, then run this again: ${sameCommand('deploy', options)}`,
  );
}

function ending(address: string, isWell: boolean, { profile }: DeployOptions): string {
  const account = profile === undefined ? '' : ` --profile ${profile}`;
  if (!isWell) {
    return `\nIt is deployed at ${address}, and not all is well, as said above. To look again: npm run doctor -- ${address}`;
  }
  return [
    `\nPresspass is at ${address}`,
    `  Next      create an account there, then make it an editor: npm run admin -- add <e-mail> --at ${address}${account}`,
    `  Trouble   npm run doctor -- ${address}`,
  ].join('\n');
}
