import { namedUser } from '../administration.ts';
import type { Input } from '../request/input.ts';
import type { Services } from '../services.ts';

/** https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_AdminDeleteUser.html */
export function adminDeleteUser(
  services: Pick<Services, 'directory' | 'users'>,
  input: Input,
): object {
  services.users.remove(namedUser(services, input));
  return {};
}
