import { namedUser } from '../administration.ts';
import type { Input } from '../request/input.ts';
import type { Services } from '../services.ts';

/** https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_AdminUserGlobalSignOut.html */
export function adminUserGlobalSignOut(
  services: Pick<Services, 'directory' | 'users' | 'sessions'>,
  input: Input,
): object {
  services.sessions.revokeAll(namedUser(services, input));
  return {};
}
