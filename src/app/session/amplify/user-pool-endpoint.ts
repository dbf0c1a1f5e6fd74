import type { Configuration } from '../../shared/configuration';

/** Where Cognito's operations are asked for. */
export function userPoolEndpoint({ outputs, localEndpoint }: Configuration): string {
  const { aws_region: region } = (outputs['auth'] ?? {}) as { aws_region?: string };
  return localEndpoint ?? `https://cognito-idp.${region ?? ''}.amazonaws.com/`;
}
