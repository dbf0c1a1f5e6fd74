import { AwsAccount } from '../../infra/account/aws-account.ts';
import { credentialTrouble, networkTrouble } from '../../infra/account/credential-trouble.ts';
import { deployedStacks } from '../../infra/account/deployed-stacks.ts';
import type { DeployedStack } from '../../infra/account/deployed-stacks.ts';
import type { DeploymentSettings } from '../../infra/settings.ts';
import { settingsFrom } from '../../infra/settings.ts';
import { edgeRegion } from '../../infra/stack-name.ts';
import { UnusableSetting } from '../../infra/unusable-setting.ts';
import { StartUpProblem } from '../processes/start-up-problem.ts';
import type { DeployOptions } from './options.ts';

/** What a command that deploys or destroys has to know before it begins. */
export interface Readiness {
  account: AwsAccount;
  /** Twelve digits. */
  accountId: string;
  settings: DeploymentSettings;
  stacks: readonly DeployedStack[];
}

/** The version of the bootstrap that the CDK's stacks ask for; the CDK's own DefaultStackSynthesizer says so. */
const oldestBootstrap = 6;

/** What the CDK's command line asks for, with room: https://docs.aws.amazon.com/cdk/v2/guide/node-versions.html */
const oldestNode = 22;

/** Everything that is missing, each in one line that says what to do. */
class Missing {
  readonly #lines: string[] = [];

  add(line: string): void {
    if (!this.#lines.includes(line)) this.#lines.push(line);
  }

  /** Throws `StartUpProblem` with all of it. */
  expectNothing(): void {
    if (this.#lines.length === 0) return;
    const list = this.#lines.map((line) => `  - ${line}`).join('\n');
    throw new StartUpProblem(`Before this can begin:\n${list}`);
  }
}

/**
 * Looks at Node, settings, region, credentials and, for a deployment, at the bootstrap. Throws `StartUpProblem` with all that is
 * missing.
 */
export async function readinessFor(
  command: 'deploy' | 'destroy',
  { context, profile }: DeployOptions,
  nodeVersion = process.versions.node,
): Promise<Readiness> {
  const missing = new Missing();
  if (Number.parseInt(nodeVersion) < oldestNode) {
    missing.add(`Node ${nodeVersion} is too old; npm run ${command} brings its own.`);
  }
  const account = new AwsAccount(profile);
  const region = context['region'] ?? (await account.region());
  if (region === undefined || region === '') {
    missing.add('No region is named: -c region=eu-west-1, AWS_REGION, or the profile’s own.');
  }
  const settings = settingsIn(context, region, missing);
  const accountId = await accountIdOf(account, region, missing);
  if (settings && accountId !== undefined && command === 'deploy') {
    await lookAtBootstraps(account, accountId, settings, missing);
  }
  missing.expectNothing();
  if (!settings || accountId === undefined) throw new Error('What is missing was not said.');
  return { account, accountId, settings, stacks: await stacksOf(account, settings) };
}

function settingsIn(
  context: DeployOptions['context'],
  region: string | undefined,
  missing: Missing,
): DeploymentSettings | undefined {
  try {
    return settingsFrom(context, { CDK_DEFAULT_REGION: region });
  } catch (failure) {
    if (!(failure instanceof UnusableSetting)) throw failure;
    for (const problem of failure.problems) missing.add(problem);
    return undefined;
  }
}

async function accountIdOf(
  account: AwsAccount,
  region: string | undefined,
  missing: Missing,
): Promise<string | undefined> {
  try {
    // Without a region of its own it is asked anywhere: who somebody is, is the same everywhere.
    return (await account.identity(region ?? edgeRegion)).account;
  } catch (failure) {
    missing.add(trouble(failure, account) ?? unclear('STS', failure));
    return undefined;
  }
}

/** Before the first deployment to a region, the CDK wants a bucket and roles there. */
async function lookAtBootstraps(
  account: AwsAccount,
  accountId: string,
  { region, firewall }: DeploymentSettings,
  missing: Missing,
): Promise<void> {
  const regions = new Set(firewall === 'on' ? [region, edgeRegion] : [region]);
  for (const one of regions) {
    const bootstrap = `npm --prefix infra exec -- cdk bootstrap aws://${accountId}/${one}`;
    try {
      const version = await account.bootstrapVersion(one);
      const why = one === region ? '' : ', where the firewall goes,';
      if (version === undefined) {
        missing.add(`The region ${one}${why} is not bootstrapped for the CDK: ${bootstrap}`);
      } else if (version < oldestBootstrap) {
        missing.add(`The bootstrap of ${one} is too old (${version}): ${bootstrap}`);
      }
    } catch (failure) {
      missing.add(trouble(failure, account) ?? unclear(`SSM in ${one}`, failure));
    }
  }
}

async function stacksOf(
  account: AwsAccount,
  settings: DeploymentSettings,
): Promise<DeployedStack[]> {
  try {
    return await deployedStacks(account, settings);
  } catch (failure) {
    // AWS's own words, with what is needed beside them.
    throw new StartUpProblem(trouble(failure, account) ?? unclear('CloudFormation', failure));
  }
}

const trouble = (failure: unknown, { profile }: AwsAccount): string | undefined =>
  credentialTrouble(failure, profile) ?? networkTrouble(failure);

function unclear(service: string, failure: unknown): string {
  const { name, message } = failure instanceof Error ? failure : new Error(String(failure));
  return name.startsWith('AccessDenied')
    ? `These credentials may not ask ${service}: ${message} docs/deploy.md lists what they need.`
    : `${service} cannot be asked: ${message || name}`;
}
