import { answerTo, chooseAuth } from './challenge.ts';
import type { AuthAnswer } from './challenge.ts';
import type { PoolUnderTest } from './pool-under-test.ts';
import type { AppClient } from '../directory/pool-settings.ts';
import type {
  CreationOptions,
  RequestOptions,
  SoftwareAuthenticator,
  Twist,
} from './software-authenticator.ts';

/** What somebody who is signed in is asked to make. */
export async function beginPasskey(
  pool: PoolUnderTest,
  AccessToken: string,
): Promise<CreationOptions> {
  const { CredentialCreationOptions } = await pool.perform<{
    CredentialCreationOptions: CreationOptions;
  }>('StartWebAuthnRegistration', { AccessToken });
  return CredentialCreationOptions;
}

/** Registers a passkey; resolves to its id. */
export async function addPasskey(
  pool: PoolUnderTest,
  AccessToken: string,
  authenticator: SoftwareAuthenticator,
  twist?: Twist,
): Promise<string> {
  const Credential = authenticator.create(await beginPasskey(pool, AccessToken), twist);
  await pool.perform('CompleteWebAuthnRegistration', { AccessToken, Credential });
  return Credential.id;
}

/** Begins to sign in by a passkey: the challenge, and what it asks the browser for. */
export async function askByPasskey(
  pool: PoolUnderTest,
  username: string,
  client: AppClient,
): Promise<{ given: AuthAnswer; options: RequestOptions }> {
  const input = chooseAuth(username, client, { PREFERRED_CHALLENGE: 'WEB_AUTHN' });
  const given = await pool.perform<AuthAnswer>('InitiateAuth', input);
  const text = given.ChallengeParameters['CREDENTIAL_REQUEST_OPTIONS'] ?? '{}';
  return { given, options: JSON.parse(text) as RequestOptions };
}

/** The input that answers WEB_AUTHN. */
export function passkeyAnswer(
  given: AuthAnswer,
  USERNAME: string,
  credential: object,
  client: AppClient,
): object {
  return answerTo(given, { USERNAME, CREDENTIAL: JSON.stringify(credential) }, client);
}
