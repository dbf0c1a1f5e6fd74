import { decodeJWT } from 'aws-amplify/auth';
import { cognitoUserPoolsTokenProvider } from 'aws-amplify/auth/cognito';

/** What an OAuth token endpoint hands out: encoded tokens, checked by whoever asked for them. */
export interface IssuedTokens {
  readonly id: string;
  readonly access: string;
  readonly refresh: string;
}

const { tokenOrchestrator } = cognitoUserPoolsTokenProvider;

/** Puts tokens of the managed login where Amplify keeps those of its own sign-ins, and remembers where they came from. */
export async function storeIssuedTokens({ id, access, refresh }: IssuedTokens): Promise<void> {
  const accessToken = decodeJWT(access);
  const { iat = 0, username } = accessToken.payload;
  if (typeof username !== 'string') throw new TypeError('The access token names nobody.');
  await tokenOrchestrator.setTokens({
    tokens: {
      accessToken,
      idToken: decodeJWT(id),
      refreshToken: refresh,
      username,
      // Milliseconds that the user pool's clock is ahead; the tokens were issued a moment ago.
      clockDrift: iat * 1_000 - Date.now(),
    },
  });
  // Kept and cleared with the tokens; signing out looks for it.
  await tokenOrchestrator.setOAuthMetadata({ oauthSignIn: true });
}
