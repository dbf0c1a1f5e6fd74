import type { Input } from '../request/input.ts';
import type { Services } from '../services.ts';
import type { User } from '../users/user-store.ts';
import { asSignedIn, revokedToken } from '../tokens/signed-in-user.ts';

/** https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_GlobalSignOut.html */
export async function globalSignOut(
  services: Pick<Services, 'transaction' | 'tokens' | 'users' | 'sessions'>,
  input: Input,
): Promise<object> {
  const signOut = (user: User): object => {
    services.sessions.revokeAll(user);
    return {};
  };
  return asSignedIn(services, input, signOut, revokedToken);
}
