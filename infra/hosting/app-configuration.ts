import { amplifyOutputs } from '../../contract/amplify-outputs.ts';
import { managedLoginPaths } from '../../contract/identities.ts';
import type { PeoplePool } from '../identity/people-pool.ts';
import type { DeploymentSettings } from '../settings.ts';

/**
 * The content of `/amplify_outputs.json`; what only CloudFormation knows is filled in when it deploys. Until the app's address is
 * known it names no place to come back to from the pool's domain, and no passkeys.
 */
export function appConfiguration(
  people: PeoplePool,
  { region, appOrigin }: Pick<DeploymentSettings, 'region' | 'appOrigin'>,
): ReturnType<typeof amplifyOutputs> {
  const addresses = (path: string): string[] =>
    appOrigin === undefined ? [] : [`${appOrigin}${path}`];
  return amplifyOutputs({
    region,
    poolId: people.pool.userPoolId,
    clientId: people.clients['presspass-web'].userPoolClientId,
    domain: people.domain,
    callbackUrls: addresses(managedLoginPaths.callback),
    logoutUrls: addresses(managedLoginPaths.logout),
    relyingPartyId: appOrigin === undefined ? undefined : new URL(appOrigin).hostname,
  });
}
