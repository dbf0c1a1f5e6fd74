import type { DeploymentSettings } from '../settings.ts';
import { regionOf, stackName, stackParts } from '../stack-name.ts';
import type { StackPart } from '../stack-name.ts';
import type { AwsAccount, StackState } from './aws-account.ts';

/** One of a deployment's stacks, there or not. */
export interface DeployedStack {
  part: StackPart;
  name: string;
  region: string;
  state: StackState | undefined;
}

/** What there is of a deployment, in the order in which it is deployed. */
export function deployedStacks(
  account: AwsAccount,
  settings: Pick<DeploymentSettings, 'environment' | 'region'>,
): Promise<DeployedStack[]> {
  const look = async (part: StackPart): Promise<DeployedStack> => {
    const name = stackName(part, settings);
    const region = regionOf(part, settings);
    return { part, name, region, state: await account.stack(name, region) };
  };
  return Promise.all(stackParts.map(look));
}
