import { namedUser } from '../administration.ts';
import { readDeletedAttributes, without } from '../users/attributes.ts';
import type { Input } from '../request/input.ts';
import type { Services } from '../services.ts';

/** https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_AdminDeleteUserAttributes.html */
export function adminDeleteUserAttributes(
  services: Pick<Services, 'directory' | 'users' | 'clock'>,
  input: Input,
): object {
  const names = readDeletedAttributes(input);
  const user = namedUser(services, input);
  const attributes = without(user.attributes, names);
  services.users.save({ ...user, attributes, modifiedAt: services.clock.now() });
  return {};
}
