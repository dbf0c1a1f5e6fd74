import type { Input } from '../request/input.ts';
import type { Services } from '../services.ts';
import { revokedToken, signedInUser } from '../tokens/signed-in-user.ts';

/** https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_GlobalSignOut.html */
export async function globalSignOut(
  services: Pick<Services, 'tokens' | 'users' | 'sessions'>,
  input: Input,
): Promise<object> {
  services.sessions.revokeAll(await signedInUser(services, input, revokedToken));
  return {};
}
