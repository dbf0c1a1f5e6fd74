import { invalidParameter } from '../cognito-error.ts';
import type { Input } from '../request/input.ts';
import type { AppClient, PoolSettings } from '../directory/pool-settings.ts';
import { readAuthFlows } from './auth-flows.ts';
import { readLifetimes } from './lifetimes.ts';
import { readOAuth } from './oauth-settings.ts';

/** As the model bounds a secret that comes with the request. */
const CUSTOM_SECRET = { min: 24, max: 64, pattern: /^[\w+]+$/, secret: true } as const;

/** What a request says of an app client besides its id, its name and its secret. */
export function readClientSettings(
  input: Input,
  pool: PoolSettings,
  hasSecret: boolean,
): Omit<AppClient, 'id' | 'name' | 'hasSecret'> {
  refuseWhatHasNoEffect(input);
  const existence = input.optionalOneOf('PreventUserExistenceErrors', ['LEGACY', 'ENABLED']);
  const authSessionMinutes = input.optionalInteger('AuthSessionValidity', 3, 15);
  return {
    ...readAuthFlows(input),
    ...readLifetimes(input),
    ...readOAuth(input, pool, hasSecret),
    ...readProviders(input, pool),
    ...(authSessionMinutes === undefined ? {} : { authSessionMinutes }),
    preventUserExistenceErrors: existence ?? 'LEGACY',
  };
}

export function readClientName(input: Input): string | undefined {
  return input.optionalString('ClientName', { min: 1, max: 128, pattern: /^[\w\s+=,.@-]+$/ });
}

function readProviders(input: Input, pool: PoolSettings): Pick<AppClient, 'identityProviders'> {
  const identityProviders = input.optionalStringList('SupportedIdentityProviders', 1000, {
    min: 1,
    max: 32,
  });
  const unknown = identityProviders?.find((name) => name !== 'COGNITO');
  if (unknown !== undefined) {
    throw invalidParameter(`The provider ${unknown} does not exist for User Pool ${pool.id}.`);
  }
  return identityProviders ? { identityProviders } : {};
}

/** What AWS would act on and this stand-in would not is refused by its name, so that nobody relies on it. */
function refuseWhatHasNoEffect(input: Input): void {
  const hasEffect = [
    input.optionalString('ClientSecret', CUSTOM_SECRET) && 'ClientSecret',
    input.optionalStringList('ReadAttributes') && 'ReadAttributes',
    input.optionalStringList('WriteAttributes') && 'WriteAttributes',
    input.structure('AnalyticsConfiguration') && 'AnalyticsConfiguration',
    input.optionalBoolean('EnableTokenRevocation') === false && 'EnableTokenRevocation false',
    input.optionalBoolean('EnablePropagateAdditionalUserContextData') &&
      'EnablePropagateAdditionalUserContextData',
  ].find((name) => typeof name === 'string');
  if (typeof hasEffect !== 'string') return;
  throw invalidParameter(`${hasEffect} is not emulated by the Presspass stand-in.`);
}
