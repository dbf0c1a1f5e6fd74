import { Amplify } from 'aws-amplify';
import * as auth from 'aws-amplify/auth';
import { cognitoUserPoolsTokenProvider } from 'aws-amplify/auth/cognito';
import type { House, UserTokens } from '../house/house.ts';
import type { CodeDelivery, PoolClient, PoolClientKind, Step } from './pool-client.ts';

/** What Amplify keeps; in a browser it is localStorage. */
const kept = new Map<string, string>();

/** Amplify signs in by SRP with the browser's app client. It is one per process: opening it forgets who was signed in. */
export const amplify: PoolClientKind = {
  name: 'aws-amplify',
  open(house) {
    configure(house);
    return client;
  },
};

/** Amplify's only hook for another address is `userPoolEndpoint`, which the file format of `amplify_outputs.json` lacks. */
function configure(house: House): void {
  kept.clear();
  Amplify.configure({
    Auth: {
      Cognito: {
        userPoolId: house.about.pools.people,
        userPoolClientId: house.client('presspass-web').id,
        userPoolEndpoint: house.url,
      },
    },
  });
  cognitoUserPoolsTokenProvider.setKeyValueStorage({
    getItem: (key) => Promise.resolve(kept.get(key) ?? null),
    setItem: (key, value) => Promise.resolve(void kept.set(key, value)),
    removeItem: (key) => Promise.resolve(void kept.delete(key)),
    clear: () => {
      kept.clear();
      return Promise.resolve();
    },
  });
}

const client: PoolClient = {
  async signUp({ email, password }) {
    const options = { userAttributes: { email } };
    const { isSignUpComplete, nextStep, userId } = await auth.signUp({
      username: email,
      password,
      options,
    });
    const details = nextStep.signUpStep === 'CONFIRM_SIGN_UP' ? nextStep.codeDeliveryDetails : {};
    return { isConfirmed: isSignUpComplete, sub: userId, ...deliveryOf(details) };
  },
  async confirmSignUp(username, confirmationCode) {
    await auth.confirmSignUp({ username, confirmationCode });
  },
  async resendCode(username) {
    return deliveryOf(await auth.resendSignUpCode({ username }));
  },
  async signIn({ email, password }) {
    return stepOf(await auth.signIn({ username: email, password }));
  },
  async chooseFirstPassword(challengeResponse) {
    return stepOf(await auth.confirmSignIn({ challengeResponse }));
  },
  async refresh() {
    await auth.fetchAuthSession({ forceRefresh: true });
    return tokens();
  },
  async attributes() {
    return { ...(await auth.fetchUserAttributes()) };
  },
  async changePassword(oldPassword, newPassword) {
    await auth.updatePassword({ oldPassword, newPassword });
  },
  async forgotPassword(username) {
    const { nextStep } = await auth.resetPassword({ username });
    return deliveryOf(nextStep.codeDeliveryDetails);
  },
  async resetPassword(username, confirmationCode, newPassword) {
    await auth.confirmResetPassword({ username, confirmationCode, newPassword });
  },
  async signOut() {
    await auth.signOut();
  },
  async signOutEverywhere() {
    await auth.signOut({ global: true });
  },
  async deleteAccount() {
    await auth.deleteUser();
  },
};

/** Amplify's own names of what Cognito asks for next. */
const challengeNames: Partial<Record<string, string>> = {
  CONFIRM_SIGN_IN_WITH_NEW_PASSWORD_REQUIRED: 'NEW_PASSWORD_REQUIRED',
  CONFIRM_SIGN_IN_WITH_TOTP_CODE: 'SOFTWARE_TOKEN_MFA',
};

async function stepOf({ isSignedIn, nextStep }: auth.SignInOutput): Promise<Step> {
  if (isSignedIn) return { kind: 'signed in', tokens: await tokens() };
  const { signInStep } = nextStep;
  return { kind: 'challenge', name: challengeNames[signInStep] ?? signInStep };
}

async function tokens(): Promise<UserTokens> {
  const session = await auth.fetchAuthSession();
  const refreshToken = [...kept].find(([key]) => key.endsWith('.refreshToken'))?.[1];
  return {
    idToken: String(session.tokens?.idToken ?? ''),
    accessToken: String(session.tokens?.accessToken ?? ''),
    refreshToken: refreshToken ?? '',
  };
}

function deliveryOf(details: {
  destination?: string | undefined;
  deliveryMedium?: string | undefined;
}): CodeDelivery {
  return { destination: details.destination ?? '', medium: details.deliveryMedium ?? '' };
}
