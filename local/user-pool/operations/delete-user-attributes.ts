import { readDeletedAttributes, without } from '../users/attributes.ts';
import type { Input } from '../request/input.ts';
import type { Services } from '../services.ts';
import { asSignedIn } from '../tokens/signed-in-user.ts';

/** https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_DeleteUserAttributes.html */
export async function deleteUserAttributes(
  services: Pick<Services, 'transaction' | 'tokens' | 'users' | 'sessions' | 'clock'>,
  input: Input,
): Promise<object> {
  const names = readDeletedAttributes(input);
  return asSignedIn(services, input, (user) => {
    const attributes = without(user.attributes, names);
    services.users.save({ ...user, attributes, modifiedAt: services.clock.now() });
    return {};
  });
}
