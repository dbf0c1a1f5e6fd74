import { randomBytes } from 'node:crypto';
import type { Account } from '../../users/accounts.ts';
import type { PoolClient } from '../../directory/pool-directory.ts';
import { requestOptions } from '../../passkeys/options.ts';
import { relyingPartyOf } from '../../passkeys/relying-party.ts';
import type { Services } from '../../services.ts';
import { usablePasskeys } from '../available-factors.ts';
import { sessionMs } from '../challenges.ts';
import type { SignInStep } from '../sign-in-step.ts';

/** Asks for a signature by one of the user's passkeys: the choice WEB_AUTHN, which only those have who have a passkey. */
export function challengeByPasskey(
  services: Pick<Services, 'challenges' | 'passkeys'>,
  { pool, client }: PoolClient,
  { account, username }: { readonly account: Account; readonly username: string },
): SignInStep {
  const relyingParty = relyingPartyOf(pool);
  const nonce = randomBytes(32).toString('base64url');
  const asked = { clientId: client.id, userId: account.id, username, nonce };
  const passkeys = usablePasskeys(services, pool, account.user);
  const options = { relyingParty, challenge: nonce, timeout: sessionMs(client), passkeys };
  const challenge = {
    ChallengeName: 'WEB_AUTHN',
    Session: services.challenges.seal({ kind: 'WEB_AUTHN', ...asked }, client),
    AvailableChallenges: ['WEB_AUTHN'],
    ChallengeParameters: { CREDENTIAL_REQUEST_OPTIONS: JSON.stringify(requestOptions(options)) },
  };
  return { kind: 'challenge', challenge };
}
