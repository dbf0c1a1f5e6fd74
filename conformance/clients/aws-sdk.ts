import {
  type AuthenticationResultType,
  ChangePasswordCommand,
  CognitoIdentityProviderClient,
  type CodeDeliveryDetailsType,
  ConfirmForgotPasswordCommand,
  ConfirmSignUpCommand,
  DeleteUserCommand,
  ForgotPasswordCommand,
  GetUserCommand,
  GlobalSignOutCommand,
  InitiateAuthCommand,
  type InitiateAuthCommandOutput,
  ResendConfirmationCodeCommand,
  RespondToAuthChallengeCommand,
  RevokeTokenCommand,
  SignUpCommand,
} from '@aws-sdk/client-cognito-identity-provider';
import type { House, UserTokens } from '../house/house.ts';
import type { CodeDelivery, PoolClient, PoolClientKind, Step } from './pool-client.ts';

/** The SDK takes another address and, for operations of administrators, any credentials. */
export function sdkFor(house: House): CognitoIdentityProviderClient {
  return new CognitoIdentityProviderClient({
    endpoint: house.url,
    region: house.about.region,
    credentials: { accessKeyId: 'local', secretAccessKey: 'local' },
    maxAttempts: 1,
  });
}

/** AWS SDK for JavaScript v3, signing in with the password itself, as the news article's terminal does. */
export const awsSdk: PoolClientKind = {
  name: 'AWS SDK',
  open: (house) => new SdkPoolClient(house),
};

const noTokens: UserTokens = { idToken: '', accessToken: '', refreshToken: '' };

class SdkPoolClient implements PoolClient {
  readonly #sdk: CognitoIdentityProviderClient;
  readonly #client: { ClientId: string };
  #tokens = noTokens;
  #challenge: { Username: string; Session: string | undefined } | undefined;

  constructor(house: House) {
    this.#sdk = sdkFor(house);
    this.#client = { ClientId: house.client('presspass-cli').id };
  }

  async signUp({ email, password }: { email: string; password: string }) {
    const UserAttributes = [{ Name: 'email', Value: email }];
    const input = { ...this.#client, Username: email, Password: password, UserAttributes };
    const answer = await this.#sdk.send(new SignUpCommand(input));
    return {
      isConfirmed: answer.UserConfirmed ?? false,
      sub: answer.UserSub,
      ...deliveryOf(answer.CodeDeliveryDetails),
    };
  }

  async confirmSignUp(Username: string, ConfirmationCode: string) {
    const input = { ...this.#client, Username, ConfirmationCode };
    await this.#sdk.send(new ConfirmSignUpCommand(input));
  }

  async resendCode(Username: string) {
    const command = new ResendConfirmationCodeCommand({ ...this.#client, Username });
    return deliveryOf((await this.#sdk.send(command)).CodeDeliveryDetails);
  }

  async signIn({ email, password }: { email: string; password: string }) {
    const command = new InitiateAuthCommand({
      ...this.#client,
      AuthFlow: 'USER_PASSWORD_AUTH',
      AuthParameters: { USERNAME: email, PASSWORD: password },
    });
    return this.#take(email, await this.#sdk.send(command));
  }

  async chooseFirstPassword(password: string) {
    const { Username = '', Session } = this.#challenge ?? {};
    const command = new RespondToAuthChallengeCommand({
      ...this.#client,
      Session,
      ChallengeName: 'NEW_PASSWORD_REQUIRED',
      ChallengeResponses: { USERNAME: Username, NEW_PASSWORD: password },
    });
    return this.#take(Username, await this.#sdk.send(command));
  }

  async refresh() {
    const command = new InitiateAuthCommand({
      ...this.#client,
      AuthFlow: 'REFRESH_TOKEN_AUTH',
      AuthParameters: { REFRESH_TOKEN: this.#tokens.refreshToken },
    });
    return this.#keep((await this.#sdk.send(command)).AuthenticationResult);
  }

  async attributes() {
    const { UserAttributes = [] } = await this.#sdk.send(new GetUserCommand(this.#token));
    const pairs = UserAttributes.map(({ Name = '', Value }) => [Name, Value] as const);
    return Object.fromEntries(pairs);
  }

  async changePassword(PreviousPassword: string, ProposedPassword: string) {
    const input = { ...this.#token, PreviousPassword, ProposedPassword };
    await this.#sdk.send(new ChangePasswordCommand(input));
  }

  async forgotPassword(Username: string) {
    const command = new ForgotPasswordCommand({ ...this.#client, Username });
    return deliveryOf((await this.#sdk.send(command)).CodeDeliveryDetails);
  }

  async resetPassword(Username: string, ConfirmationCode: string, Password: string) {
    const input = { ...this.#client, Username, ConfirmationCode, Password };
    await this.#sdk.send(new ConfirmForgotPasswordCommand(input));
  }

  async signOut() {
    const input = { ...this.#client, Token: this.#tokens.refreshToken };
    await this.#sdk.send(new RevokeTokenCommand(input));
  }

  async signOutEverywhere() {
    await this.#sdk.send(new GlobalSignOutCommand(this.#token));
  }

  async deleteAccount() {
    await this.#sdk.send(new DeleteUserCommand(this.#token));
  }

  get #token() {
    return { AccessToken: this.#tokens.accessToken };
  }

  #take(Username: string, answer: InitiateAuthCommandOutput): Step {
    const { AuthenticationResult, ChallengeName = '', Session } = answer;
    if (AuthenticationResult)
      return { kind: 'signed in', tokens: this.#keep(AuthenticationResult) };
    this.#challenge = { Username, Session };
    return { kind: 'challenge', name: ChallengeName };
  }

  #keep(result: AuthenticationResultType = {}): UserTokens {
    const { IdToken = '', AccessToken = '', RefreshToken } = result;
    const refreshToken = RefreshToken ?? this.#tokens.refreshToken;
    return (this.#tokens = { idToken: IdToken, accessToken: AccessToken, refreshToken });
  }
}

function deliveryOf({ Destination, DeliveryMedium }: CodeDeliveryDetailsType = {}): CodeDelivery {
  return { destination: Destination ?? '', medium: DeliveryMedium ?? '' };
}
