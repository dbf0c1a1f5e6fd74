import type { Configuration } from '../../shared/configuration';
import type { OfferedWays } from './ways-in';

/**
 * What the configuration says of ways in without a password; where it says nothing, there are none.
 * https://docs.amplify.aws/angular/build-a-backend/auth/concepts/passwordless/
 */
export function offeredWays({ outputs }: Configuration): OfferedWays {
  const passwordless = memberOf(memberOf(outputs, 'auth'), 'passwordless');
  return {
    emailCode: memberOf(passwordless, 'email_otp_enabled') === true,
    passkey: Boolean(memberOf(passwordless, 'web_authn')),
  };
}

function memberOf(value: unknown, name: string): unknown {
  return typeof value === 'object' && value !== null && Object.hasOwn(value, name)
    ? (value as Record<string, unknown>)[name]
    : undefined;
}
