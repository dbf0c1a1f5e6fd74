import { APP_CLIENT_IDS, DEMO_PEOPLE } from '../seed/identities.ts';

/** Calls one operation of the user pools as a plain HTTP client. Tests only. */
export function callCognito(
  url: string,
  operation: string,
  input: unknown,
  headers: Record<string, string> = {},
): Promise<Response> {
  return fetch(url, {
    method: 'POST',
    headers: {
      'Content-Type': 'application/x-amz-json-1.1',
      'X-Amz-Target': `AWSCognitoIdentityProviderService.${operation}`,
      ...headers,
    },
    body: typeof input === 'string' ? input : JSON.stringify(input),
  });
}

/** Signs the demo editor in with the terminal's client; resolves to the ID token. */
export async function editorsIdToken(url: string): Promise<string> {
  const [editor] = DEMO_PEOPLE;
  const response = await callCognito(url, 'InitiateAuth', {
    AuthFlow: 'USER_PASSWORD_AUTH',
    ClientId: APP_CLIENT_IDS['presspass-cli'],
    AuthParameters: { USERNAME: editor.email, PASSWORD: editor.password },
  });
  const { AuthenticationResult: result } = (await response.json()) as {
    AuthenticationResult?: { IdToken: string };
  };
  if (!result) throw new Error('The demo editor cannot sign in.');
  return result.IdToken;
}
