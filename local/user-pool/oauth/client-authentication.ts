import type { PoolClient } from '../directory/pool-directory.ts';
import type { OAuthSettings } from '../directory/pool-settings.ts';
import type { Services } from '../services.ts';
import { OAuthError } from './oauth-error.ts';
import { listed, shown } from './parameters.ts';
import type { Parameters } from './parameters.ts';

interface Credentials {
  readonly id: string;
  readonly secret: string | undefined;
}

/**
 * Authenticates a client by `client_secret_basic` or `client_secret_post` (RFC 6749, 2.3.1), but not by both; one
 * without a secret names itself only. Throws `invalid_request` or `invalid_client`.
 */
export function authenticateClient(
  { directory, secrets }: Pick<Services, 'directory' | 'secrets'>,
  authorization: string | undefined,
  parameters: Parameters,
): PoolClient {
  const { id, secret } = credentialsIn(authorization, parameters);
  const found = directory.findClient(id);
  if (!found) throw new OAuthError('invalid_client', `there is no app client ${shown(id)}`);
  const { client } = found;
  if (client.hasSecret && secret === undefined) {
    throw new OAuthError(
      'invalid_client',
      `client ${client.name} has a secret and did not send it`,
    );
  }
  if (secret !== undefined && !secrets.isSecretOf(client, secret)) {
    const words = client.hasSecret ? 'has another secret than the one sent' : 'has no secret';
    throw new OAuthError('invalid_client', `client ${client.name} ${words}`);
  }
  return found;
}

function credentialsIn(authorization: string | undefined, parameters: Parameters): Credentials {
  const id = parameters.optional('client_id');
  const secret = parameters.optional('client_secret');
  if (authorization === undefined) return { id: id ?? parameters.required('client_id'), secret };
  const basic = readBasic(authorization);
  if (secret !== undefined) {
    throw new OAuthError(
      'invalid_request',
      'the client authenticates in the header and in the body; one of them is enough',
    );
  }
  if (id !== undefined && id !== basic.id) {
    throw new OAuthError('invalid_client', 'the header and the body name different clients');
  }
  return basic;
}

/** `Basic` credentials; id and secret are form-encoded before they are joined (RFC 6749, 2.3.1). */
function readBasic(authorization: string): Credentials {
  const [, encoded] = /^Basic ([A-Za-z0-9+/_-]+=*)$/i.exec(authorization) ?? [];
  const text = encoded === undefined ? '' : Buffer.from(encoded, 'base64').toString('utf8');
  const colon = text.indexOf(':');
  if (colon < 1) {
    throw new OAuthError('invalid_client', 'the Authorization header holds no Basic credentials');
  }
  const secret = formDecoded(text.slice(colon + 1));
  return { id: formDecoded(text.slice(0, colon)), secret: secret || undefined };
}

function formDecoded(text: string): string {
  try {
    return decodeURIComponent(text.replaceAll('+', ' '));
  } catch {
    // A stray percent sign: a client that joins its id and secret as they are.
    return text;
  }
}

/** What the client may do at the domain. Throws as Cognito does for a client without OAuth. */
export function requireOAuth({ client: { name, oauth } }: PoolClient): OAuthSettings {
  if (oauth) return oauth;
  // What clients of AWS saw where AllowedOAuthFlowsUserPoolClient was left out: aws-sdk-java issue 3037.
  throw new OAuthError('invalid_grant', `client ${name} may not use OAuth flows`);
}

/** The same for a client that may use this grant; throws for one that may not. */
export function requireGrant(
  known: PoolClient,
  grant: OAuthSettings['flows'][number],
): OAuthSettings {
  const oauth = requireOAuth(known);
  if (oauth.flows.includes(grant)) return oauth;
  throw new OAuthError(
    'unauthorized_client',
    `client ${known.client.name} may not use the ${grant} grant; it may use ${listed(oauth.flows)}`,
  );
}
