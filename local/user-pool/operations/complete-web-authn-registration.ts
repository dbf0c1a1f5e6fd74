import { cognitoError, invalidParameter } from '../cognito-error.ts';
import { readNewCredential } from '../passkeys/given-credential.ts';
import type { ClientData } from '../passkeys/given-credential.ts';
import { spendChallenge } from '../passkeys/registration-challenge.ts';
import { isOriginOf, relyingPartyOf } from '../passkeys/relying-party.ts';
import type { RelyingParty } from '../passkeys/relying-party.ts';
import { tooManyPasskeys } from '../passkeys/too-many-passkeys.ts';
import { verifyNewCredential } from '../passkeys/verify-new-credential.ts';
import { missing } from '../request/constraints.ts';
import type { Input } from '../request/input.ts';
import type { Services } from '../services.ts';
import { asSignedIn, revokedToken, signedIn } from '../tokens/signed-in-user.ts';
import type { User } from '../users/user-store.ts';

/**
 * Keeps the passkey that an authenticator made. The challenge is used up by the first try, right or wrong.
 * https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_CompleteWebAuthnRegistration.html
 */
export async function completeWebAuthnRegistration(
  services: Services,
  input: Input,
): Promise<object> {
  const given = input.structure('Credential');
  const { user, clientId } = await signedIn(services, input);
  if (!given) throw missing('Credential');
  const { pool, client } = services.directory.client(clientId);
  const relyingParty = relyingPartyOf(pool);
  const credential = readNewCredential(given);
  // Kept whatever comes of it, hence apart from the passkey.
  services.transaction(() => {
    spendChallenge(services, credential.clientData.challenge, { user, client });
  });
  checkOrigin(relyingParty, credential.clientData);
  const passkey = await verifyNewCredential(credential, relyingParty);
  const createdAt = services.clock.now();
  const add = (owner: User) => services.passkeys.add(owner, { ...passkey, createdAt });
  const problem = await asSignedIn(services, input, add, revokedToken);
  if (problem === 'too-many') throw tooManyPasskeys();
  // What AWS says here is not published.
  if (problem) throw invalidParameter('The credential is registered already.');
  return {};
}

function checkOrigin(relyingParty: RelyingParty, { origin, isCrossOrigin }: ClientData): void {
  if (isOriginOf(relyingParty, origin) && !isCrossOrigin) return;
  throw cognitoError(
    'WebAuthnOriginNotAllowedException',
    'The origin of the credential is not allowed.',
  ).because(`it is ${origin.slice(0, 100)}, and the relying party is ${relyingParty.id}`);
}
