import { Amplify } from 'aws-amplify';
import { fetchAuthSession } from 'aws-amplify/auth';

/** Milliseconds. */
const patience = 10_000;

/**
 * An operation of Cognito that Amplify does not offer, or not honestly, in the name of the person
 * who is signed in. Rejects with an error that carries Cognito's name for it.
 * https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/Welcome.html
 */
export async function askCognito<Answer>(operation: string, input: object = {}): Promise<Answer> {
  const { tokens } = await fetchAuthSession();
  if (!tokens) throw named('UserUnAuthenticatedException', 'Nobody is signed in.');
  const response = await fetch(endpoint(), {
    method: 'POST',
    headers: {
      'Content-Type': 'application/x-amz-json-1.1',
      'X-Amz-Target': `AWSCognitoIdentityProviderService.${operation}`,
    },
    body: JSON.stringify({ ...input, AccessToken: tokens.accessToken.toString() }),
    credentials: 'omit',
    cache: 'no-store',
    signal: AbortSignal.timeout(patience),
  });
  const text = await response.text();
  if (!response.ok) throw refusal(text, response);
  // Operations that have nothing to say answer with nothing at all.
  return (text ? JSON.parse(text) : {}) as Answer;
}

function endpoint(): string {
  const { userPoolEndpoint, userPoolId = '' } = Amplify.getConfig().Auth?.Cognito ?? {};
  const region = userPoolId.split('_')[0] ?? '';
  return userPoolEndpoint ?? `https://cognito-idp.${region}.amazonaws.com/`;
}

function refusal(text: string, { status, headers }: Response): Error {
  try {
    const { __type = '', message = '' } = JSON.parse(text) as Record<string, string>;
    if (__type) return named(__type.replace(/^.*#/, ''), message);
  } catch {
    // Not from Cognito itself: a gateway on the way answers with a page.
  }
  const type = headers.get('x-amzn-ErrorType')?.replace(/:.*/, '');
  return named(type ?? (status === 429 ? 'TooManyRequestsException' : 'NetworkError'), text);
}

function named(name: string, message: string): Error {
  return Object.assign(new Error(message), { name });
}
