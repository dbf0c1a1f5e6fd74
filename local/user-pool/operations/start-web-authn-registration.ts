import { creationOptions } from '../passkeys/options.ts';
import { MOST_PASSKEYS } from '../passkeys/passkeys.ts';
import { askForPasskey } from '../passkeys/registration-challenge.ts';
import { relyingPartyOf } from '../passkeys/relying-party.ts';
import { tooManyPasskeys } from '../passkeys/too-many-passkeys.ts';
import type { Input } from '../request/input.ts';
import type { Services } from '../services.ts';
import { sessionMs } from '../sign-in/challenges.ts';
import { signedIn } from '../tokens/signed-in-user.ts';

/** https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_StartWebAuthnRegistration.html */
export async function startWebAuthnRegistration(services: Services, input: Input): Promise<object> {
  const { user, clientId } = await signedIn(services, input);
  const { pool, client } = services.directory.client(clientId);
  const relyingParty = relyingPartyOf(pool);
  const passkeys = services.passkeys.of(user);
  if (passkeys.length >= MOST_PASSKEYS) throw tooManyPasskeys();
  const challenge = askForPasskey(services, { user, client });
  const asked = { relyingParty, challenge, timeout: sessionMs(client), passkeys };
  return { CredentialCreationOptions: creationOptions(user, asked) };
}
