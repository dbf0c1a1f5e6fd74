import { invalidSession, refuseOldPassword } from './challenges.ts';
import { cognitoError, invalidParameter } from '../cognito-error.ts';
import type { Input } from '../request/input.ts';
import type { AppClient } from '../directory/pool-settings.ts';
import type { Services } from '../services.ts';
import { refuseUnusable } from './sign-in.ts';
import { asSignedIn, revokedToken } from '../tokens/signed-in-user.ts';
import type { User } from '../users/user-store.ts';

/** Somebody who sets an authenticator app up: signed in, or on the way there because the pool requires a second factor. */
export type SoftwareTokenOwner =
  | { readonly kind: 'signed-in'; readonly user: User }
  | {
      readonly kind: 'signing-in';
      readonly user: User;
      readonly client: AppClient;
      /** Ends the session. Throws NotAuthorizedException when it has been used. */
      readonly use: () => void;
    };

/**
 * Writes for whoever speaks, by AccessToken or by the Session of MFA_SETUP, "but not both". Throws SoftwareTokenMFANotFoundException where the pool has
 * no such second factor:
 * https://docs.aws.amazon.com/cognito/latest/developerguide/user-pool-settings-mfa-totp.html
 */
export async function asSoftwareTokenOwner<Result>(
  services: Services,
  input: Input,
  write: (owner: SoftwareTokenOwner) => Result,
): Promise<Result> {
  const session = input.session();
  const hasToken = input.optionalString('AccessToken') !== undefined;
  if (hasToken === (session !== undefined)) {
    // AWS publishes the rule; its wording is not known.
    throw invalidParameter('Either AccessToken or Session must be given, and not both');
  }
  const writeFor = (owner: SoftwareTokenOwner): Result => {
    if (services.directory.pool(owner.user.poolId).mfa !== 'OFF') return write(owner);
    throw cognitoError(
      'SoftwareTokenMFANotFoundException',
      'Software Token MFA has not been enabled by the userPool',
    );
  };
  if (session !== undefined) {
    return services.transaction(() => writeFor(ownerOfSession(services, session)));
  }
  const signedIn = (user: User): Result => writeFor({ kind: 'signed-in', user });
  return asSignedIn(services, input, signedIn, revokedToken);
}

/** Who has a token already cannot replace it half-way through signing in: only the first factor has been proven there. */
function ownerOfSession(services: Services, session: string): SoftwareTokenOwner {
  const { state, isSpent, spend } = services.challenges.open(session, 'MFA_SETUP');
  const { pool, client } = services.directory.client(state.clientId);
  const user = services.users.find(pool.id, state.userId);
  if (!user) throw invalidSession('its user is gone');
  if (isSpent || services.softwareTokens.find(user)) {
    throw invalidSession('its user has set up an authenticator app');
  }
  refuseOldPassword(state, user.password);
  refuseUnusable(user);
  const use = (): void => {
    if (!spend()) throw invalidSession('it was used, and each answers one challenge');
  };
  return { kind: 'signing-in', user, client, use };
}
