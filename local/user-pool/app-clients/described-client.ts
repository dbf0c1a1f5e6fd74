import { describeDates } from '../dates.ts';
import type { Kept } from '../directory/kept-resources.ts';
import { DEFAULT_SESSION_MINUTES } from '../directory/pool-settings.ts';
import type { AppClient } from '../directory/pool-settings.ts';
import type { Services } from '../services.ts';
import { describeLifetimes } from './lifetimes.ts';

/** Cognito's UserPoolClientType, with the secret where there is one. */
export function describeClient(
  { secrets }: Pick<Services, 'secrets'>,
  poolId: string,
  { value: client, createdAt, modifiedAt }: Kept<AppClient>,
): object {
  const { oauth, dormantOAuth, refreshTokenRotation: rotation } = client;
  const shown = oauth ?? dormantOAuth;
  return {
    UserPoolId: poolId,
    ClientName: client.name,
    ClientId: client.id,
    ClientType: 'REGULAR',
    ClientSecret: secrets.of(client),
    ...describeDates({ createdAt, modifiedAt }),
    ...describeLifetimes(client),
    ExplicitAuthFlows: orNothing(client.authFlows),
    SupportedIdentityProviders: client.identityProviders ?? (oauth && ['COGNITO']),
    CallbackURLs: orNothing(shown?.callbackUrls),
    LogoutURLs: orNothing(shown?.logoutUrls),
    DefaultRedirectURI: shown?.defaultRedirectUri,
    AllowedOAuthFlows: orNothing(shown?.flows),
    AllowedOAuthScopes: orNothing(shown?.scopes),
    AllowedOAuthFlowsUserPoolClient: oauth !== undefined,
    PreventUserExistenceErrors: client.preventUserExistenceErrors,
    EnableTokenRevocation: true,
    EnablePropagateAdditionalUserContextData: false,
    AuthSessionValidity: client.authSessionMinutes ?? DEFAULT_SESSION_MINUTES,
    RefreshTokenRotation: rotation && {
      Feature: 'ENABLED',
      RetryGracePeriodSeconds: rotation.retryGracePeriodSeconds,
    },
  };
}

/** AWS leaves empty lists out. */
function orNothing(list: readonly string[] = []): readonly string[] | undefined {
  return list.length > 0 ? list : undefined;
}
