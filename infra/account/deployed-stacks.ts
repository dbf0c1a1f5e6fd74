import type { DeploymentSettings } from '../settings.ts';
import { stackName } from '../stack-name.ts';
import type { StackPart } from '../stack-name.ts';
import type { AwsAccount, StackState } from './aws-account.ts';

/** One of a deployment's stacks, there or not. */
export interface DeployedStack {
  part: StackPart;
  name: string;
  region: string;
  state: StackState | undefined;
}

/** In the order in which they are deployed. */
const parts: readonly StackPart[] = ['identity', 'news', 'firewall', 'web'];

/** Where CloudFront's firewall and certificate are. */
export const edgeRegion = 'us-east-1';

/** What there is of a deployment. */
export function deployedStacks(
  account: AwsAccount,
  settings: Pick<DeploymentSettings, 'environment' | 'region'>,
): Promise<DeployedStack[]> {
  const look = async (part: StackPart): Promise<DeployedStack> => {
    const name = stackName(part, settings);
    const region = part === 'firewall' ? edgeRegion : settings.region;
    return { part, name, region, state: await account.stack(name, region) };
  };
  return Promise.all(parts.map(look));
}
