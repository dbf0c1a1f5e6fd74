import type { SessionRecord } from './storage/session-record';

/**
 * Ends a session at the user pool; with `everywhere` all sessions of the person. Goes on when the page
 * is left, which Amplify's own call does not. Resolves in any case: in this browser the session is over.
 * https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_RevokeToken.html
 */
export async function revoke(
  { client, access, refresh }: SessionRecord,
  endpoint: string,
  { everywhere }: { readonly everywhere: boolean },
): Promise<void> {
  try {
    if (everywhere && (await perform(endpoint, 'GlobalSignOut', { AccessToken: access })).ok)
      return;
    await perform(endpoint, 'RevokeToken', { ClientId: client, Token: refresh });
  } catch {
    // Without the network nothing can be revoked; whoever signs out here is signed out here.
  }
}

function perform(endpoint: string, operation: string, input: object): Promise<Response> {
  return fetch(endpoint, {
    method: 'POST',
    headers: {
      'Content-Type': 'application/x-amz-json-1.1',
      'X-Amz-Target': `AWSCognitoIdentityProviderService.${operation}`,
    },
    body: JSON.stringify(input),
    credentials: 'omit',
    keepalive: true,
  });
}
