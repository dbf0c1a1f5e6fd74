import { cognitoError, invalidParameter } from '../cognito-error.ts';
import type { CognitoError } from '../cognito-error.ts';
import type { Input } from '../request/input.ts';
import type { Services } from '../services.ts';

/**
 * Ends the sign-in that a refresh token belongs to. An unknown token is no error (RFC 7009, 2.2).
 * https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_RevokeToken.html
 */
export function revokeToken(
  { directory, secrets, sessions }: Pick<Services, 'directory' | 'secrets' | 'sessions'>,
  input: Input,
): object {
  const clientId = input.clientId();
  const client = directory.findClient(clientId)?.client;
  const secret = input.clientSecret();
  const token = input.token('Token');
  if (input.optionalOneOf('RevokeAssociatedSessions', ['LINKED', 'NONE']) === 'LINKED') {
    throw invalidParameter(
      'RevokeAssociatedSessions LINKED is not emulated by the Presspass stand-in',
    );
  }
  if (!client) throw unauthorized(`there is no app client ${clientId}`);
  const problem = secrets.problemWith(client, secret);
  if (problem) throw unauthorized(problem);
  if (token.split('.').length === 3) {
    throw cognitoError('UnsupportedTokenTypeException', 'Unsupported token type');
  }
  const session = sessions.findByRefreshToken(token);
  if (!session) return {};
  if (session.clientId !== client.id) {
    throw cognitoError('UnauthorizedException', 'The token was issued to another client');
  }
  sessions.revoke(session);
  return {};
}

/** RevokeToken's model has neither NotAuthorizedException nor ResourceNotFoundException; the words are AWS's. */
function unauthorized(reason: string): CognitoError {
  return cognitoError('UnauthorizedException', 'Invalid client or secret').because(reason);
}
