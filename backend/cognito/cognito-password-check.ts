import type {
  AdminInitiateAuthCommandOutput,
  CognitoIdentityProviderClient,
} from '@aws-sdk/client-cognito-identity-provider';
import {
  AdminInitiateAuthCommand,
  CognitoIdentityProviderServiceException,
} from '@aws-sdk/client-cognito-identity-provider';
import type { CheckedPassword, Credentials, PasswordCheck } from '../sign-in/password-check.ts';
import { secretHash } from './secret-hash.ts';

/** Which app client of which user pool signs people in. */
export interface SignInClient {
  poolId: string;
  id: string;
  secret: string;
}

/** How long a check may take with all its tries, in milliseconds: API Gateway itself gives up after 29 s. */
const longestCheck = 10_000;

/**
 * Checks passwords with AdminInitiateAuth. There is no ClientMetadata: Cognito hands it to triggers, which
 * may log it, so a password has no place there.
 * https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_AdminInitiateAuth.html
 */
export class CognitoPasswordCheck implements PasswordCheck {
  readonly #cognito: CognitoIdentityProviderClient;
  readonly #client: SignInClient;
  readonly #patienceMs: number;

  constructor(
    cognito: CognitoIdentityProviderClient,
    client: SignInClient,
    patienceMs = longestCheck,
  ) {
    this.#cognito = cognito;
    this.#client = client;
    this.#patienceMs = patienceMs;
  }

  async check({ username, password }: Credentials): Promise<CheckedPassword> {
    const command = new AdminInitiateAuthCommand({
      UserPoolId: this.#client.poolId,
      ClientId: this.#client.id,
      AuthFlow: 'ADMIN_USER_PASSWORD_AUTH',
      AuthParameters: {
        USERNAME: username,
        SECRET_HASH: secretHash(this.#client, username),
        PASSWORD: password,
      },
    });
    try {
      // The client's own timeouts end with the answer's first byte.
      const abortSignal = AbortSignal.timeout(this.#patienceMs);
      return checked(await this.#cognito.send(command, { abortSignal }));
    } catch (failure) {
      // Cognito's refusals are outcomes like any other; without one there was no answer.
      if (!(failure instanceof CognitoIdentityProviderServiceException)) {
        return { outcome: 'unavailable' };
      }
      return { outcome: 'refused', exception: failure.name, text: textOf(failure) };
    }
  }
}

/** In the words of boto3, which the article's function shows. */
const textOf = ({ name, message }: CognitoIdentityProviderServiceException): string =>
  `An error occurred (${name}) when calling the AdminInitiateAuth operation: ${message}`;

function checked({
  AuthenticationResult: result,
}: AdminInitiateAuthCommandOutput): CheckedPassword {
  const { IdToken, AccessToken, RefreshToken, ExpiresIn, TokenType } = result ?? {};
  if (IdToken === undefined || AccessToken === undefined) return { outcome: 'challenged' };
  return {
    outcome: 'signed-in',
    tokens: {
      idToken: IdToken,
      accessToken: AccessToken,
      refreshToken: RefreshToken,
      expiresInSeconds: ExpiresIn ?? 0,
      tokenType: TokenType ?? 'Bearer',
    },
  };
}
