import { cognitoError } from '../cognito-error.ts';
import type { Input } from '../request/input.ts';
import type { Services } from '../services.ts';
import { asSignedIn, revokedToken } from '../tokens/signed-in-user.ts';
import type { User } from '../users/user-store.ts';

/** https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_DeleteWebAuthnCredential.html */
export async function deleteWebAuthnCredential(
  services: Pick<Services, 'transaction' | 'tokens' | 'users' | 'sessions' | 'passkeys'>,
  input: Input,
): Promise<object> {
  const id = input.string('CredentialId');
  const remove = (user: User): object => {
    if (services.passkeys.remove(user, id)) return {};
    // The type is AWS's, its words are not published. Somebody else's is as unknown as one that never was.
    throw cognitoError('ResourceNotFoundException', 'The credential does not exist.');
  };
  return asSignedIn(services, input, remove, revokedToken);
}
