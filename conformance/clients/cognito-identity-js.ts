import {
  AuthenticationDetails,
  type CognitoUserSession,
  CognitoUser,
  CognitoUserAttribute,
  CognitoUserPool,
  type IAuthenticationCallback,
  type ICognitoStorage,
} from 'amazon-cognito-identity-js';
import type { House, Person, UserTokens } from '../house/house.ts';
import type { CodeDelivery, PoolClient, PoolClientKind, Step } from './pool-client.ts';

/**
 * The client that Amplify's had before. It refreshes by REFRESH_TOKEN_AUTH, which an app client with rotation does not
 * offer; so it signs in with the terminal's client, whose only flow is USER_PASSWORD_AUTH.
 */
export const cognitoIdentityJs: PoolClientKind = {
  name: 'amazon-cognito-identity-js',
  open: (house) => new IdentityJsPoolClient(house, 'presspass-cli', 'USER_PASSWORD_AUTH'),
};

/** The same with its own default, SRP, and the browser's app client. */
export function openBySrp(house: House): PoolClient {
  return new IdentityJsPoolClient(house, 'presspass-web', 'USER_SRP_AUTH');
}

type Callback<T> = (problem?: unknown, result?: T) => void;

class IdentityJsPoolClient implements PoolClient {
  readonly #pool: CognitoUserPool;
  readonly #storage = new MemoryStorage();
  readonly #flow: string;
  #user: CognitoUser | undefined;

  constructor(house: House, appClient: string, flow: string) {
    this.#flow = flow;
    this.#pool = new CognitoUserPool({
      UserPoolId: house.about.pools.people,
      ClientId: house.client(appClient).id,
      endpoint: house.url,
      Storage: this.#storage,
    });
  }

  async signUp({ email, password }: Person) {
    const attributes = [new CognitoUserAttribute({ Name: 'email', Value: email })];
    const result = await called<{
      userConfirmed: boolean;
      userSub: string;
      codeDeliveryDetails: Delivery;
    }>((done) => {
      this.#pool.signUp(email, password, attributes, [], done);
    });
    const { userConfirmed, userSub, codeDeliveryDetails } = result;
    return { isConfirmed: userConfirmed, sub: userSub, ...deliveryOf(codeDeliveryDetails) };
  }

  async confirmSignUp(email: string, code: string) {
    await called((done) => {
      this.#named(email).confirmRegistration(code, true, done);
    });
  }

  async resendCode(email: string) {
    const result = await called<{ CodeDeliveryDetails: Delivery }>((done) => {
      this.#named(email).resendConfirmationCode(done);
    });
    return deliveryOf(result.CodeDeliveryDetails);
  }

  signIn({ email, password }: Person) {
    const user = (this.#user = this.#named(email));
    user.setAuthenticationFlowType(this.#flow);
    return step((callbacks) => {
      const details = new AuthenticationDetails({ Username: email, Password: password });
      user.authenticateUser(details, callbacks);
    });
  }

  chooseFirstPassword(password: string) {
    return step((callbacks) => {
      this.#signedIn.completeNewPasswordChallenge(password, {}, callbacks);
    });
  }

  async refresh() {
    const session = this.#signedIn.getSignInUserSession();
    if (!session) throw new Error('Nobody is signed in.');
    const renewed = await called<CognitoUserSession>((done) => {
      this.#signedIn.refreshSession(session.getRefreshToken(), done);
    });
    return tokensOf(renewed);
  }

  async attributes() {
    const list = await called<CognitoUserAttribute[]>((done) => {
      this.#signedIn.getUserAttributes(done);
    });
    return Object.fromEntries(list.map(({ Name, Value }) => [Name, Value] as const));
  }

  async changePassword(from: string, to: string) {
    await called((done) => {
      this.#signedIn.changePassword(from, to, done);
    });
  }

  async forgotPassword(email: string) {
    const result = await settled<{ CodeDeliveryDetails: Delivery }>((onSuccess, onFailure) => {
      this.#named(email).forgotPassword({ onSuccess, onFailure });
    });
    return deliveryOf(result.CodeDeliveryDetails);
  }

  async resetPassword(email: string, code: string, password: string) {
    await settled((onSuccess, onFailure) => {
      this.#named(email).confirmPassword(code, password, { onSuccess, onFailure });
    });
  }

  async signOut() {
    await called((done) => {
      this.#signedIn.signOut(done);
    });
  }

  async signOutEverywhere() {
    await settled((onSuccess, onFailure) => {
      this.#signedIn.globalSignOut({ onSuccess, onFailure });
    });
  }

  async deleteAccount() {
    await called((done) => {
      this.#signedIn.deleteUser(done);
    });
  }

  get #signedIn(): CognitoUser {
    if (this.#user) return this.#user;
    throw new Error('Nobody is signed in.');
  }

  #named(Username: string): CognitoUser {
    return new CognitoUser({ Username, Pool: this.#pool, Storage: this.#storage });
  }
}

/** What it keeps; in a browser it is localStorage. */
class MemoryStorage implements ICognitoStorage {
  readonly #kept = new Map<string, string>();
  setItem(key: string, value: string) {
    this.#kept.set(key, value);
  }
  getItem(key: string) {
    return this.#kept.get(key) ?? null;
  }
  removeItem(key: string) {
    this.#kept.delete(key);
  }
  clear() {
    this.#kept.clear();
  }
}

function called<T>(call: (done: Callback<T>) => void): Promise<T> {
  return settled((onSuccess, onFailure) => {
    call((problem, result) => {
      if (problem) onFailure(problem);
      else onSuccess(result as T);
    });
  });
}

function settled<T>(
  call: (onSuccess: (result: T) => void, onFailure: (problem: unknown) => void) => void,
): Promise<T> {
  return new Promise((resolve, reject) => {
    call(resolve, (problem) => {
      reject(problem instanceof Error ? problem : new Error(String(problem)));
    });
  });
}

function step(call: (callbacks: IAuthenticationCallback) => void): Promise<Step> {
  return settled((resolve, onFailure) => {
    const challenge = (name: string) => (): void => {
      resolve({ kind: 'challenge', name });
    };
    call({
      onFailure,
      onSuccess: (session) => {
        resolve({ kind: 'signed in', tokens: tokensOf(session) });
      },
      newPasswordRequired: challenge('NEW_PASSWORD_REQUIRED'),
      totpRequired: challenge('SOFTWARE_TOKEN_MFA'),
    });
  });
}

function tokensOf(session: CognitoUserSession): UserTokens {
  return {
    idToken: session.getIdToken().getJwtToken(),
    accessToken: session.getAccessToken().getJwtToken(),
    refreshToken: session.getRefreshToken().getToken(),
  };
}

interface Delivery {
  Destination: string;
  DeliveryMedium: string;
}

function deliveryOf({ Destination, DeliveryMedium }: Delivery): CodeDelivery {
  return { destination: Destination, medium: DeliveryMedium };
}
