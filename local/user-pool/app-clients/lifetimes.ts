import { invalidParameter } from '../cognito-error.ts';
import type { Input } from '../request/input.ts';
import type { AppClient, TimeUnit } from '../directory/pool-settings.ts';

const seconds: Record<TimeUnit, number> = { seconds: 1, minutes: 60, hours: 3600, days: 86_400 };
const units = Object.keys(seconds) as TimeUnit[];

type Lifetimes = Pick<
  AppClient,
  'idTokenSeconds' | 'accessTokenSeconds' | 'refreshTokenSeconds' | 'timeUnits'
>;

const TEN_YEARS = 315_360_000;

/**
 * How long a client's tokens live: ID and access tokens 5 minutes to a day, refresh tokens an hour to ten years.
 * https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_TokenValidityUnitsType.html
 */
export function readLifetimes(input: Input): Lifetimes {
  const given = input.structure('TokenValidityUnits');
  const idToken = given?.optionalOneOf('IdToken', units);
  const accessToken = given?.optionalOneOf('AccessToken', units);
  const refreshToken = given?.optionalOneOf('RefreshToken', units);
  const id = input.optionalInteger('IdTokenValidity', 1, 86_400);
  const access = input.optionalInteger('AccessTokenValidity', 1, 86_400);
  const refresh = input.optionalInteger('RefreshTokenValidity', 0, TEN_YEARS);
  const lifetimes = {
    idTokenSeconds: id === undefined ? 3600 : id * seconds[idToken ?? 'hours'],
    accessTokenSeconds: access === undefined ? 3600 : access * seconds[accessToken ?? 'hours'],
    // 0 stands for the default of 30 days, whatever the unit.
    refreshTokenSeconds: refresh ? refresh * seconds[refreshToken ?? 'days'] : 30 * seconds.days,
  };
  checkLifetimes(lifetimes);
  const timeUnits = {
    ...(idToken && { idToken }),
    ...(accessToken && { accessToken }),
    ...(refreshToken && { refreshToken }),
  };
  return { ...lifetimes, ...(given && { timeUnits }) };
}

function checkLifetimes({
  idTokenSeconds,
  accessTokenSeconds,
  refreshTokenSeconds,
}: Lifetimes): void {
  const isShort = (lifetime: number): boolean => lifetime >= 300 && lifetime <= 86_400;
  const isLong = refreshTokenSeconds >= 3600 && refreshTokenSeconds <= TEN_YEARS;
  if (!isShort(idTokenSeconds) || !isShort(accessTokenSeconds) || !isLong) {
    throw invalidParameter('Invalid range for token validity.');
  }
  if (Math.max(idTokenSeconds, accessTokenSeconds) > refreshTokenSeconds) {
    throw invalidParameter(
      'Access and Id Token expiration times must be less than or equal to refresh token expiration times.',
    );
  }
}

/** A client's lifetimes as UserPoolClientType has them. */
export function describeLifetimes(client: AppClient): object {
  const { idToken, accessToken, refreshToken } = client.timeUnits ?? {};
  const inUnit = (lifetime: number, unit: TimeUnit): number => lifetime / seconds[unit];
  return {
    IdTokenValidity: inUnit(client.idTokenSeconds, idToken ?? 'hours'),
    AccessTokenValidity: inUnit(client.accessTokenSeconds, accessToken ?? 'hours'),
    RefreshTokenValidity: inUnit(client.refreshTokenSeconds, refreshToken ?? 'days'),
    TokenValidityUnits: {
      IdToken: idToken,
      AccessToken: accessToken,
      RefreshToken: refreshToken,
    },
  };
}
