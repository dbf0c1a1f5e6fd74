import { inSeconds } from '../dates.ts';
import type { Passkey } from '../passkeys/passkeys.ts';
import type { Input } from '../request/input.ts';
import { itemsAfter, pageOf, readPage } from '../request/page.ts';
import type { Services } from '../services.ts';
import { signedIn } from '../tokens/signed-in-user.ts';

const PAGE = { limit: 'MaxResults', token: 'NextToken', min: 0, max: 20 } as const;

/** https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_ListWebAuthnCredentials.html */
export async function listWebAuthnCredentials(
  services: Pick<Services, 'tokens' | 'users' | 'sessions' | 'passkeys'>,
  input: Input,
): Promise<object> {
  const request = readPage(input, PAGE);
  const { user } = await signedIn(services, input);
  const rest = itemsAfter(services.passkeys.of(user), request, placeOf);
  const { items, next } = pageOf(rest, request, placeOf);
  return { Credentials: items.map(describe), NextToken: next };
}

/** The oldest first; two of one moment by their ids. */
function placeOf({ createdAt, id }: Passkey): string {
  return `${String(createdAt).padStart(16, '0')} ${id}`;
}

function describe(passkey: Passkey): object {
  return {
    CredentialId: passkey.id,
    FriendlyCredentialName: passkey.name,
    RelyingPartyId: passkey.relyingPartyId,
    AuthenticatorAttachment: passkey.attachment,
    AuthenticatorTransports: passkey.transports,
    CreatedAt: inSeconds(passkey.createdAt),
  };
}
