import type { Input } from '../request/input.ts';
import type { Services } from '../services.ts';
import { signedInUser } from '../tokens/signed-in-user.ts';

/** https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_DeleteUser.html */
export async function deleteUser(
  services: Pick<Services, 'tokens' | 'users' | 'sessions'>,
  input: Input,
): Promise<object> {
  services.users.remove(await signedInUser(services, input));
  return {};
}
