import { callCognito } from '../../local/testing/sign-in.ts';

/** What an operation of a user pool answered. */
export interface PoolAnswer {
  status: number;
  body: Record<string, unknown>;
}

/** What makes a request a signed one. Any signature will do: the stand-in does not check it. */
export const signed = {
  Authorization:
    'AWS4-HMAC-SHA256 Credential=campaign/20261201/eu-west-1/service/aws4_request, SignedHeaders=host, Signature=0',
  'X-Amz-Date': '20261201T000000Z',
};

/** Calls operations of the user pools, as an administrator's tool does. */
export async function perform(url: string, operation: string, input: object): Promise<PoolAnswer> {
  const response = await callCognito(url, operation, input, signed);
  const text = await response.text();
  const body = (text === '' ? {} : JSON.parse(text)) as Record<string, unknown>;
  return { status: response.status, body };
}

/** The same where it has to succeed: what a campaign itself needs. Throws otherwise. */
export async function mustPerform(
  url: string,
  operation: string,
  input: object,
): Promise<Record<string, unknown>> {
  const { status, body } = await perform(url, operation, input);
  if (status !== 200) throw new Error(`${operation}: ${status} ${JSON.stringify(body)}`);
  return body;
}

/** The tokens of a sign-in by password. */
export interface PoolTokens {
  IdToken: string;
  AccessToken: string;
  RefreshToken: string;
}

export async function signIn(
  url: string,
  clientId: string,
  person: { email: string; password: string },
): Promise<PoolTokens> {
  const { AuthenticationResult } = await mustPerform(url, 'InitiateAuth', {
    AuthFlow: 'USER_PASSWORD_AUTH',
    ClientId: clientId,
    AuthParameters: { USERNAME: person.email, PASSWORD: person.password },
  });
  return AuthenticationResult as PoolTokens;
}
