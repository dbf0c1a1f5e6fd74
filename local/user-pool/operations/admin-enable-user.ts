import { namedUser } from '../administration.ts';
import type { Input } from '../request/input.ts';
import type { Services } from '../services.ts';

/** https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_AdminEnableUser.html */
export function adminEnableUser(
  services: Pick<Services, 'directory' | 'users' | 'clock'>,
  input: Input,
): object {
  const user = namedUser(services, input);
  services.users.save({ ...user, isEnabled: true, modifiedAt: services.clock.now() });
  return {};
}
