import type { Account } from '../users/accounts.ts';
import { invalidSession, refuseOldPassword } from './challenges.ts';
import type { ChallengeState, OpenedChallenge } from './challenges.ts';
import { invalidParameter } from '../cognito-error.ts';
import type { CognitoError } from '../cognito-error.ts';
import type { PoolClient } from '../directory/pool-directory.ts';
import type { Services } from '../services.ts';

/** A session, and who claims that it is theirs. */
export interface ClaimedSession extends PoolClient {
  readonly username: string;
  readonly session: string | undefined;
}

/** A challenge whose session is good, and the account, real or simulated, that it was given to. */
export interface OpenedSession<Kind extends ChallengeState['kind']> extends OpenedChallenge<Kind> {
  readonly account: Account;
  /** Ends the session. Throws NotAuthorizedException when it has been used. */
  readonly use: () => void;
}

/**
 * Opens the session of an answer. Throws NotAuthorizedException unless it is unused, in time, and was given for this kind of challenge,
 * at this client, to this user.
 */
export function openSession<Kind extends ChallengeState['kind']>(
  services: Pick<Services, 'challenges' | 'accounts'>,
  { pool, client, session, username }: ClaimedSession,
  kind: Kind,
): OpenedSession<Kind> {
  if (session === undefined) throw invalidParameter('Missing required parameter Session');
  const opened = services.challenges.open(session, kind);
  const { userId, clientId } = opened.state;
  const account = services.accounts.find(pool.id, nameIn(opened.state));
  const isHis = account.id === userId && services.accounts.find(pool.id, username).id === userId;
  if (!isHis) throw invalidSession('it was given to another user');
  if (clientId !== client.id) throw invalidSession('it was given to another app client');
  if (opened.isSpent) throw usedSession();
  refuseOldPassword(opened.state, account.password);
  const use = (): void => {
    if (!opened.spend()) throw usedSession();
  };
  return { ...opened, account, use };
}

function usedSession(): CognitoError {
  return invalidSession('it was used, and each answers one challenge');
}

/** The name that the challenge was asked for. */
function nameIn(state: ChallengeState): string {
  return 'username' in state ? state.username : state.userId;
}
