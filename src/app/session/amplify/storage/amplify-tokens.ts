import { decodeJWT } from 'aws-amplify/auth';
import type { TokenOrchestrator } from 'aws-amplify/auth/cognito';
import { personFromClaims } from '../../identity/person';
import type { SessionRecord } from './session-record';

// Amplify exports neither by name.
export type AuthTokenStore = Parameters<TokenOrchestrator['setAuthTokenStore']>[0];
export type AmplifyTokens = Parameters<AuthTokenStore['storeTokens']>[0];

/** What is to be kept of tokens that Amplify has got. Throws a TypeError for tokens that name nobody. */
export function recordOf(tokens: AmplifyTokens, client: string): SessionRecord {
  const { accessToken, idToken, refreshToken, clockDrift, username, ...rest } = tokens;
  const { origin_jti, auth_time, jti, iat = 0 } = accessToken.payload;
  const person = personFromClaims((idToken ?? accessToken).payload);
  if (!person) throw new TypeError('The tokens name nobody.');
  return {
    client,
    // An app client without revocation issues neither `origin_jti` nor `jti`.
    session: text(origin_jti) ?? `${person.id}-${JSON.stringify(auth_time)}`,
    edition: text(jti) ?? accessToken.toString().slice(-16),
    issuedAt: iat,
    clockDrift,
    person,
    username,
    id: idToken?.toString() ?? '',
    access: accessToken.toString(),
    refresh: refreshToken,
    amplify: rest,
  };
}

export function tokensOf(record: SessionRecord): AmplifyTokens {
  const { id, access, refresh, clockDrift, username, amplify } = record;
  return {
    ...amplify,
    accessToken: decodeJWT(access),
    idToken: id ? decodeJWT(id) : undefined,
    refreshToken: refresh,
    clockDrift,
    username,
  };
}

function text(claim: unknown): string | undefined {
  return typeof claim === 'string' ? claim : undefined;
}
