/**
 * Everything of `aws-amplify` that the app calls. Reached only by `import()`, so that it stays out
 * of the first load.
 */
import { Amplify } from 'aws-amplify';
import * as auth from 'aws-amplify/auth';
import { ConsoleLogger, Hub, parseAmplifyConfig } from 'aws-amplify/utils';
import type { Configuration } from '../../platform/configuration';
import type { IdentityChange, Tokens } from '../identity/identity-provider';
import { personFromClaims } from '../identity/person';
import { type IssuedTokens, storeIssuedTokens } from './issued-tokens';

export {
  confirmResetPassword,
  confirmSignIn,
  resetPassword,
  signIn,
  signUp,
} from 'aws-amplify/auth';
export { I18n } from 'aws-amplify/utils';

/**
 * The errors on which Amplify itself clears the session; it answers the first with no tokens and
 * throws the others. Any other error says nothing about the session.
 */
const refusals = [
  'NotAuthorizedException',
  'TokenRevokedException',
  'UserNotFoundException',
  'PasswordResetRequiredException',
  'UserNotConfirmedException',
  'RefreshTokenReuseException',
];

/** Points Amplify at the user pool. To be called once, before all others. */
export function configure({ outputs, localEndpoint }: Configuration): void {
  const resources = parseAmplifyConfig(outputs);
  const cognito = resources.Auth?.Cognito;
  if (cognito && localEndpoint !== null) {
    // The `amplify_outputs.json` format has no place for it.
    cognito.userPoolEndpoint = localEndpoint;
    // Else Amplify warns on every page that the endpoint is not AWS's own, which is the point of it.
    ConsoleLogger.LOG_LEVEL = 'ERROR';
  }
  // Managed login is ours (../ways-in/managed-login): Amplify's own insists on https, also where it signs out.
  delete cognito?.loginWith?.oauth;
  Amplify.configure(resources);
}

/** What a password must have, as Amplify's forms want to be told. */
export function passwordFormat(): object | undefined {
  return Amplify.getConfig().Auth?.Cognito.passwordFormat;
}

/** As `IdentityProvider.tokens`: `null` only where nobody is signed in any more. */
export async function tokens(options: { forceRefresh: boolean }): Promise<Tokens | null> {
  try {
    const { idToken, accessToken } = (await auth.fetchAuthSession(options)).tokens ?? {};
    const person = idToken && personFromClaims(idToken.payload);
    if (!idToken || !accessToken || !person) return null;
    return {
      id: idToken.toString(),
      access: accessToken.toString(),
      person,
      remaining: remainingOf(accessToken.payload),
    };
  } catch (error) {
    // "Nobody is signed in" is an answer.
    if (error instanceof Error && refusals.includes(error.name)) return null;
    throw error;
  }
}

const listeners: ((change: IdentityChange) => void)[] = [];

/** Makes a session of tokens that did not come through Amplify; from then on it is one like any other. */
export async function adopt(issued: IssuedTokens): Promise<void> {
  await storeIssuedTokens(issued);
  // Only Amplify itself may speak on the Hub's channel.
  for (const listener of listeners) listener({ kind: 'signed-in', isElsewhere: false });
}

/** Calls `listener` when somebody signs in or out, in this tab or in another. */
export function onChange(listener: (change: IdentityChange) => void): void {
  listeners.push(listener);
  Hub.listen('auth', ({ payload }) => {
    if (payload.event === 'signedIn') listener({ kind: 'signed-in', isElsewhere: false });
    if (payload.event === 'signedOut') listener({ kind: 'signed-out', isElsewhere: false });
  });
}

/** Revokes the refresh token, or those of all devices, and forgets the session. */
export function signOut({ everywhere = false } = {}): Promise<void> {
  return auth.signOut({ global: everywhere });
}

/** Milliseconds; by the device's clock. */
function remainingOf({ exp = 0 }: { exp?: number }): number {
  return Math.max(0, exp * 1_000 - Date.now());
}

/** Confirms an account, and signs in where this tab still knows the password. */
export async function confirmSignUp(
  username: string,
  confirmationCode: string,
): Promise<'signed-in' | 'confirmed'> {
  const { nextStep } = await auth.confirmSignUp({ username, confirmationCode });
  if (nextStep.signUpStep !== 'COMPLETE_AUTO_SIGN_IN') return 'confirmed';
  try {
    return (await auth.autoSignIn()).isSignedIn ? 'signed-in' : 'confirmed';
  } catch {
    // Amplify keeps the password in memory for a few minutes only. The account is confirmed all the same.
    return 'confirmed';
  }
}

/** E-mails another confirmation code. */
export async function resendCode(username: string): Promise<void> {
  await auth.resendSignUpCode({ username });
}
