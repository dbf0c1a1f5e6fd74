import { invalidParameter } from '../cognito-error.ts';
import type { Input } from '../request/input.ts';
import type { AllowedFlow, AppClient } from '../directory/pool-settings.ts';

const allowed = [
  'ALLOW_ADMIN_USER_PASSWORD_AUTH',
  'ALLOW_CUSTOM_AUTH',
  'ALLOW_USER_PASSWORD_AUTH',
  'ALLOW_USER_SRP_AUTH',
  'ALLOW_REFRESH_TOKEN_AUTH',
  'ALLOW_USER_AUTH',
] as const satisfies readonly AllowedFlow[];

const legacy = ['ADMIN_NO_SRP_AUTH', 'CUSTOM_AUTH_FLOW_ONLY', 'USER_PASSWORD_AUTH'] as const;

/** What a client may do whose request names no flow. */
const byDefault: readonly AllowedFlow[] = [
  'ALLOW_CUSTOM_AUTH',
  'ALLOW_REFRESH_TOKEN_AUTH',
  'ALLOW_USER_SRP_AUTH',
];

/** The ways of signing in that a request allows, and rotation, which excludes one of them. */
export function readAuthFlows(input: Input): Pick<AppClient, 'authFlows' | 'refreshTokenRotation'> {
  const rotation = readRotation(input);
  const given = readFlows(input);
  if (rotation && given?.includes('ALLOW_REFRESH_TOKEN_AUTH')) {
    // The rule is AWS's; its wording is not published:
    // https://docs.aws.amazon.com/cognito/latest/developerguide/amazon-cognito-user-pools-using-the-refresh-token.html
    throw invalidParameter(
      'ALLOW_REFRESH_TOKEN_AUTH cannot be used when refresh token rotation is enabled.',
    );
  }
  const flows = given ?? byDefault.filter((flow) => !rotation || !flow.includes('REFRESH'));
  return { authFlows: flows, ...(rotation && { refreshTokenRotation: rotation }) };
}

function readFlows(input: Input): AllowedFlow[] | undefined {
  const named = input.optionalSubset('ExplicitAuthFlows', [...legacy, ...allowed]);
  const flows = allowed.filter((flow) => named?.includes(flow));
  const old = legacy.find((flow) => named?.includes(flow));
  if (old === undefined) return named && flows;
  if (flows.length > 0) {
    throw invalidParameter(
      "Auth flow name with prefix 'ALLOW' cannot be used with legacy auth flow names.",
    );
  }
  throw invalidParameter(
    `ExplicitAuthFlows ${old} is not emulated by the Presspass stand-in: use the names with ALLOW_`,
  );
}

function readRotation(input: Input): AppClient['refreshTokenRotation'] {
  const rotation = input.structure('RefreshTokenRotation');
  const feature = rotation?.oneOf('Feature', ['ENABLED', 'DISABLED']);
  const grace = rotation?.optionalInteger('RetryGracePeriodSeconds', 0, 60) ?? 0;
  return feature === 'ENABLED' ? { retryGracePeriodSeconds: grace } : undefined;
}
