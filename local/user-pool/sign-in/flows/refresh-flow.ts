import { required } from '../../request/input.ts';
import { refresh } from '../refresh.ts';
import type { Services } from '../../services.ts';
import type { FlowRequest } from './flow-request.ts';

/**
 * New tokens for a refresh token. A client with a secret hashes the name that the tokens carry, which is the user's sub where people
 * sign in by e-mail address. For a token of nobody there is no name to hash, and it is refused as such.
 */
export async function signInByRefreshToken(
  services: Services,
  { pool, client, parameters }: FlowRequest,
): Promise<object> {
  const token = required(parameters, 'REFRESH_TOKEN');
  const hash = parameters.get('SECRET_HASH');
  const holder = services.sessions.findByRefreshToken(token);
  if (hash === undefined || holder?.clientId === client.id) {
    const name = "the user's sub, as it is in the tokens";
    services.secrets.checkHash(client, holder?.sub ?? '', hash, name);
  }
  return refresh(services, { pool, client }, token);
}
