import { namedUser } from '../administration.ts';
import type { Input } from '../request/input.ts';
import type { Services } from '../services.ts';

/**
 * Ends the user's sign-ins, and allows no other until the user is enabled.
 * https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_AdminDisableUser.html
 */
export function adminDisableUser(
  services: Pick<Services, 'directory' | 'users' | 'sessions' | 'clock'>,
  input: Input,
): object {
  const user = namedUser(services, input);
  services.users.save({ ...user, isEnabled: false, modifiedAt: services.clock.now() });
  services.sessions.revokeAll(user);
  return {};
}
