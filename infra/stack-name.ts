import type { DeploymentSettings } from './settings.ts';

type Deployment = Pick<DeploymentSettings, 'environment' | 'region'>;

/** What a deployment may consist of, in the order in which it is deployed. */
export const stackParts = ['identity', 'news', 'firewall', 'web'] as const;

export type StackPart = (typeof stackParts)[number];

/** `presspass`, or `presspass-production`: both environments fit into one account. */
export function deploymentName({ environment }: Pick<Deployment, 'environment'>): string {
  return environment === 'production' ? 'presspass-production' : 'presspass';
}

/** `presspass-identity`, or `presspass-production-identity`. */
export function stackName(part: StackPart, settings: Pick<Deployment, 'environment'>): string {
  return `${deploymentName(settings)}-${part}`;
}

/** Where CloudFront looks for its firewall, wherever the rest is. */
export const edgeRegion = 'us-east-1';

/** Where a stack is. */
export const regionOf = (part: StackPart, { region }: Pick<Deployment, 'region'>): string =>
  part === 'firewall' ? edgeRegion : region;
