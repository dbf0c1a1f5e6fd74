/**
 * Everything of `aws-amplify` that the app calls. Imported by what comes with a lazy route, and
 * through `AmplifyLoader` by everything else, so that it stays out of the first load.
 */
import { Amplify } from 'aws-amplify';
import * as auth from 'aws-amplify/auth';
import { ConsoleLogger, Hub, parseAmplifyConfig } from 'aws-amplify/utils';
import type { Configuration } from '../../shared/configuration';
import type { IdentityChange, Tokens } from '../identity/identity-provider';
import { personFromClaims } from '../identity/person';
import type { SessionLifetime } from '../identity/session-lifetime';
import { type IssuedTokens, storeIssuedTokens } from './issued-tokens';
import { forgetBegunSignIn } from './forget-begun-sign-in';
import { isRefusal } from './refresh/refusal';
import { revoke } from './revoke';
import type { SessionRecord } from './storage/session-record';
import type { SessionStorage } from './storage/session-storage';
import type { StoredSession } from './storage/stored-session';
import { takeOverTokens } from './take-over-tokens';
import { tokensLeft } from './tokens-left';
import { userPoolEndpoint } from './user-pool-endpoint';

export {
  confirmResetPassword,
  confirmSignIn,
  resetPassword,
  signIn,
  signUp,
} from 'aws-amplify/auth';
export { I18n } from 'aws-amplify/utils';

let kept: StoredSession | undefined;
let endpoint = '';

/** Points Amplify at the user pool. To be called once, before all others. */
export function configure(configuration: Configuration, storage: SessionStorage): void {
  const { outputs, localEndpoint } = configuration;
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
  endpoint = userPoolEndpoint(configuration);
  kept?.close();
  kept = takeOverTokens(storage, cognito?.userPoolClientId ?? '', endpoint);
}

/** For how long whoever signs in next stays signed in. */
export function rememberFor(lifetime: SessionLifetime): void {
  kept?.rememberFor(lifetime);
}

/** As `IdentityProvider.tokens`: `null` only where nobody is signed in any more. */
export async function tokens(options: { forceRefresh: boolean }): Promise<Tokens | null> {
  asking++;
  try {
    const tokens = await readTokens(options);
    // Amplify goes by the device's clock alone, which may have been set back meanwhile.
    return tokens?.remaining === 0 && !options.forceRefresh
      ? await readTokens({ forceRefresh: true })
      : tokens;
  } catch (error) {
    // "Nobody is signed in" is an answer.
    if (isRefusal(error)) return null;
    throw error;
  } finally {
    asking--;
  }
}

async function readTokens(options: { forceRefresh: boolean }): Promise<Tokens | null> {
  const { idToken, accessToken } = (await auth.fetchAuthSession(options)).tokens ?? {};
  const person = idToken && personFromClaims(idToken.payload);
  if (!idToken || !accessToken || !person) return null;
  const access = accessToken.toString();
  const payloads = [idToken.payload, accessToken.payload];
  const remaining = tokensLeft.of(access, payloads, kept?.current()?.clockDrift ?? 0);
  return { id: idToken.toString(), access, person, remaining };
}

/** How many of `tokens` are under way: whoever asks for tokens need not be told of them. */
let asking = 0;

const listeners: ((change: IdentityChange) => void)[] = [];

/** Makes a session of tokens that did not come through Amplify; from then on it is one like any other. */
export async function adopt(issued: IssuedTokens): Promise<void> {
  await storeIssuedTokens(issued);
  // Only Amplify itself may speak on the Hub's channel.
  for (const listener of listeners) listener({ kind: 'signed-in', isElsewhere: false });
}

/** Calls `listener` when somebody signs in or out in this tab; `look` when another tab may have changed the session. */
export function onChange(listener: (change: IdentityChange) => void, look: () => void): void {
  listeners.push(listener);
  kept?.listen(look);
  Hub.listen('auth', ({ payload: { event } }) => {
    if (event === 'signedIn') listener({ kind: 'signed-in', isElsewhere: false });
    if (event === 'signedOut') listener({ kind: 'signed-out', isElsewhere: false });
    if (event === 'tokenRefresh' && asking === 0)
      listener({ kind: 'refreshed', isElsewhere: false });
  });
}

/**
 * Forgets the session at once, here and in all tabs; then revokes it, or with `everywhere` those of all devices.
 * `record`: the session, where storage has it no more.
 */
export async function signOut({
  everywhere = false,
  record = kept?.current() ?? null,
}: { everywhere?: boolean; record?: SessionRecord | null } = {}): Promise<void> {
  if (record) kept?.signOut(record.session);
  forgetBegunSignIn();
  // Finds no tokens to revoke, and forgets the rest. Another session that has begun meanwhile stays.
  if (!kept?.current()) await auth.signOut();
  if (record) await revoke(record, endpoint, { everywhere });
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
