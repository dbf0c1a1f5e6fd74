import { notAuthorized } from '../cognito-error.ts';
import { checkIgnoredMembers } from '../request/ignored-members.ts';
import type { Input } from '../request/input.ts';
import { refresh } from '../sign-in/refresh.ts';
import type { Services } from '../services.ts';

/**
 * The only way to refresh with rotation, and open to each client that has refresh tokens:
 * https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_GetTokensFromRefreshToken.html
 */
export async function getTokensFromRefreshToken(
  services: Pick<
    Services,
    'transaction' | 'directory' | 'secrets' | 'sessions' | 'users' | 'tokens'
  >,
  input: Input,
): Promise<object> {
  const found = services.directory.client(input.clientId());
  const problem = services.secrets.problemWith(found.client, input.clientSecret());
  if (problem) throw notAuthorized(problem);
  checkIgnoredMembers(input);
  // Devices are not remembered here, so a key changes nothing.
  input.optionalString('DeviceKey', { min: 1, max: 55, pattern: /^[\w-]+_[0-9a-f-]+$/ });
  return refresh(services, found, input.token('RefreshToken'));
}
