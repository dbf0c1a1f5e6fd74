import type { DeploymentSettings } from './settings.ts';

/** `presspass-identity`, or `presspass-production-identity`: both environments fit into one account. */
export function stackName(
  part: StackPart,
  { environment }: Pick<DeploymentSettings, 'environment'>,
): string {
  return environment === 'production' ? `presspass-production-${part}` : `presspass-${part}`;
}

/** What a deployment consists of; `firewall` is in us-east-1, where CloudFront looks for it. */
export type StackPart = 'identity' | 'news' | 'firewall' | 'web';
