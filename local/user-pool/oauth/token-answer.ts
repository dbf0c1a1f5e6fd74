import type { AppClient } from '../directory/pool-settings.ts';
import { json } from './oauth-answer.ts';
import type { OAuthAnswer } from './oauth-answer.ts';

/** What a grant hands out; what is undefined is left out. */
interface GrantedTokens {
  readonly accessToken: string;
  readonly idToken?: string | undefined;
  readonly refreshToken?: string | undefined;
}

/** A grant's tokens by their names in OAuth (RFC 6749, 5.1); the lifetime in seconds. */
export function tokenMembers(
  client: AppClient,
  { accessToken, idToken, refreshToken }: GrantedTokens,
): Record<string, string | number | undefined> {
  return {
    id_token: idToken,
    access_token: accessToken,
    refresh_token: refreshToken,
    expires_in: client.accessTokenSeconds,
    token_type: 'Bearer',
  };
}

/** The token endpoint's answer to a grant. */
export function tokenAnswer(client: AppClient, tokens: GrantedTokens): OAuthAnswer {
  return json(200, tokenMembers(client, tokens));
}
