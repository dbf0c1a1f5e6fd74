import type { Input } from '../request/input.ts';
import type { Services } from '../services.ts';
import { asSignedIn } from '../tokens/signed-in-user.ts';

/** https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_DeleteUser.html */
export async function deleteUser(
  services: Pick<Services, 'transaction' | 'tokens' | 'users' | 'sessions'>,
  input: Input,
): Promise<object> {
  return asSignedIn(services, input, (user) => {
    services.users.remove(user);
    return {};
  });
}
