import { CognitoError } from '../cognito-error.ts';
import type { Services } from '../services.ts';
import type { AccessClaims } from '../tokens/tokens.ts';
import { claimsInScope } from '../tokens/user-claims.ts';
import type { User } from '../users/user-store.ts';
import { json } from './oauth-answer.ts';
import type { OAuthAnswer } from './oauth-answer.ts';
import type { OAuthRequest } from './oauth-request.ts';

/**
 * `/oauth2/userInfo` (OpenID Connect Core, 5.3): what the scopes of an access token let a client know about its user. All
 * values are strings, and `username` is among them, as AWS shows it.
 * https://docs.aws.amazon.com/cognito/latest/developerguide/userinfo-endpoint.html
 */
export async function userInfo(
  services: Services,
  { authorization }: OAuthRequest,
): Promise<OAuthAnswer> {
  const [, token] = /^Bearer +([\w.~+/=-]+)$/i.exec(authorization ?? '') ?? [];
  if (token === undefined) return badRequest();
  const found = await userOf(services, token);
  if ('reason' in found) return invalidToken(NOT_GOOD, found.reason);
  const { user, claims } = found;
  if (!claims.scopes.includes('openid')) {
    const has = claims.scopes.join(' ');
    return invalidToken(NO_OPENID, `the access token has no scope openid; it has ${has}`);
  }
  const known = { sub: user.sub, ...claimsInScope(user, claims.scopes), username: user.sub };
  const strings = Object.entries(known).map(([name, value]) => [name, String(value)]);
  return json(200, Object.fromEntries(strings) as object);
}

const NOT_GOOD =
  'Access token is expired, disabled, or deleted, or the user has globally signed out.';
/** What clients of AWS saw. */
const NO_OPENID = 'Access token does not contain openid scope';

/** The user behind a token, or why it is not good any more. */
async function userOf(
  { tokens, users, sessions, directory }: Services,
  token: string,
): Promise<{ user: User; claims: AccessClaims } | { reason: string }> {
  try {
    const claims = await tokens.readAccessToken(token);
    const user = users.find(claims.pool.id, claims.sub);
    const session = sessions.find(claims.sessionId);
    if (!user?.isEnabled) return { reason: 'the user is gone or disabled' };
    if (!directory.findClient(claims.clientId)) return { reason: 'the app client is gone' };
    if (!session || session.isRevoked) return { reason: 'the sign-in of the token was ended' };
    return { user, claims };
  } catch (problem) {
    if (!(problem instanceof CognitoError)) throw problem;
    // OpenID Connect has its own words for a token that is no good.
    return { reason: problem.reason ?? problem.message };
  }
}

function badRequest(): OAuthAnswer {
  const description = 'Bad OAuth2 request at UserInfo Endpoint';
  const reason = 'the Authorization header must be: Bearer, a space, and an access token';
  return { ...challenge(400, 'invalid_request', description), reason };
}

function invalidToken(description: string, reason: string): OAuthAnswer {
  return { ...challenge(401, 'invalid_token', description), reason };
}

/** AWS documents the header, without a scheme; that the body says the same is what clients saw. */
function challenge(status: number, error: string, description: string): OAuthAnswer {
  return json(
    status,
    { error, error_description: description },
    { 'WWW-Authenticate': `error="${error}", error_description="${description}"` },
  );
}
