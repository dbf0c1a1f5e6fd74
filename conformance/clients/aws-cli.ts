import { execFile, spawnSync } from 'node:child_process';
import { devNull } from 'node:os';
import type { House, Person, UserTokens } from '../house/house.ts';
import type { CodeDelivery, PoolClient, PoolClientKind, Step } from './pool-client.ts';

/** The AWS CLI is not a package of npm's: a machine has it or not. */
export function hasAwsCli(): boolean {
  return spawnSync('aws', ['--version'], { stdio: 'ignore' }).status === 0;
}

/** An answer of the CLI as it prints it. */
export type CliAnswer = Record<string, unknown>;

/**
 * Runs `aws cognito-idp …` against the stand-in. `--no-sign-request` for what the app itself may call; dummy credentials
 * for what only administrators may. Rejects with an error whose name and message are the service's.
 */
export function aws(
  house: House,
  operation: string,
  options: readonly string[],
): Promise<CliAnswer> {
  const isOpen = !operation.startsWith('admin-');
  const args = [
    ...['cognito-idp', operation, '--endpoint-url', house.url, '--region', house.about.region],
    ...['--output', 'json'],
    ...(isOpen ? ['--no-sign-request'] : []),
    ...options,
  ];
  const env = {
    ...process.env,
    AWS_ACCESS_KEY_ID: 'local',
    AWS_SECRET_ACCESS_KEY: 'local',
    AWS_PAGER: '',
    // Whatever profile somebody works with has nothing to do with this.
    AWS_PROFILE: undefined,
    AWS_CONFIG_FILE: devNull,
    AWS_SHARED_CREDENTIALS_FILE: devNull,
  };
  return new Promise((resolve, reject) => {
    execFile('aws', args, { env, timeout: 30_000 }, (problem, output, said) => {
      if (problem) reject(serviceError(said));
      else resolve((output.trim() ? JSON.parse(output) : {}) as CliAnswer);
    });
  });
}

/** `An error occurred (X) when calling the Y operation: Z`, as botocore words it. */
function serviceError(said: string): Error {
  const [, name, message] =
    /An error occurred \((\w+)\) when calling the \w+ operation: (.*)/s.exec(said) ?? [];
  const error = new Error(message?.trim() ?? said);
  if (name !== undefined) error.name = name;
  return error;
}

export const awsCli: PoolClientKind = {
  name: 'AWS CLI',
  open: (house) => new CliPoolClient(house),
};

const noTokens: UserTokens = { idToken: '', accessToken: '', refreshToken: '' };

class CliPoolClient implements PoolClient {
  readonly #house: House;
  readonly #client: readonly string[];
  #tokens = noTokens;
  #challenge = { email: '', session: '' };

  constructor(house: House) {
    this.#house = house;
    this.#client = ['--client-id', house.client('presspass-cli').id];
  }

  async signUp({ email, password }: Person) {
    const attributes = ['--user-attributes', `Name=email,Value=${email}`];
    const answer = await this.#run(
      'sign-up',
      ...user(email),
      '--password',
      password,
      ...attributes,
    );
    return {
      isConfirmed: answer['UserConfirmed'] === true,
      sub: String(answer['UserSub']),
      ...deliveryOf(answer),
    };
  }

  async confirmSignUp(email: string, code: string) {
    await this.#run('confirm-sign-up', ...user(email), '--confirmation-code', code);
  }

  async resendCode(email: string) {
    return deliveryOf(await this.#run('resend-confirmation-code', ...user(email)));
  }

  async signIn({ email, password }: Person) {
    const answer = await this.#run(
      'initiate-auth',
      ...['--auth-flow', 'USER_PASSWORD_AUTH'],
      ...['--auth-parameters', JSON.stringify({ USERNAME: email, PASSWORD: password })],
    );
    return this.#take(email, answer);
  }

  async chooseFirstPassword(password: string) {
    const { email, session } = this.#challenge;
    const responses = JSON.stringify({ USERNAME: email, NEW_PASSWORD: password });
    const answer = await this.#run(
      'respond-to-auth-challenge',
      ...['--challenge-name', 'NEW_PASSWORD_REQUIRED', '--session', session],
      ...['--challenge-responses', responses],
    );
    return this.#take(email, answer);
  }

  async refresh() {
    const parameters = JSON.stringify({ REFRESH_TOKEN: this.#tokens.refreshToken });
    const answer = await this.#run(
      'initiate-auth',
      ...['--auth-flow', 'REFRESH_TOKEN_AUTH', '--auth-parameters', parameters],
    );
    return this.#keep(answer['AuthenticationResult']);
  }

  async attributes() {
    const answer = await aws(this.#house, 'get-user', this.#token);
    const attributes = answer['UserAttributes'] as { Name: string; Value: string }[];
    return Object.fromEntries(attributes.map(({ Name, Value }) => [Name, Value] as const));
  }

  async changePassword(from: string, to: string) {
    const passwords = ['--previous-password', from, '--proposed-password', to];
    await aws(this.#house, 'change-password', [...this.#token, ...passwords]);
  }

  async forgotPassword(email: string) {
    return deliveryOf(await this.#run('forgot-password', ...user(email)));
  }

  async resetPassword(email: string, code: string, password: string) {
    const answers = ['--confirmation-code', code, '--password', password];
    await this.#run('confirm-forgot-password', ...user(email), ...answers);
  }

  async signOut() {
    await this.#run('revoke-token', '--token', this.#tokens.refreshToken);
  }

  async signOutEverywhere() {
    await aws(this.#house, 'global-sign-out', this.#token);
  }

  async deleteAccount() {
    await aws(this.#house, 'delete-user', this.#token);
  }

  get #token(): string[] {
    return ['--access-token', this.#tokens.accessToken];
  }

  #run(operation: string, ...options: string[]): Promise<CliAnswer> {
    return aws(this.#house, operation, [...this.#client, ...options]);
  }

  #take(email: string, answer: CliAnswer): Step {
    const result = answer['AuthenticationResult'];
    if (result) return { kind: 'signed in', tokens: this.#keep(result) };
    this.#challenge = { email, session: String(answer['Session']) };
    return { kind: 'challenge', name: String(answer['ChallengeName']) };
  }

  #keep(result: unknown): UserTokens {
    const { IdToken, AccessToken, RefreshToken } = result as Record<string, string>;
    return (this.#tokens = {
      idToken: IdToken ?? '',
      accessToken: AccessToken ?? '',
      refreshToken: RefreshToken ?? this.#tokens.refreshToken,
    });
  }
}

const user = (email: string): string[] => ['--username', email];

function deliveryOf(answer: CliAnswer): CodeDelivery {
  const details = (answer['CodeDeliveryDetails'] ?? {}) as Record<string, string>;
  return { destination: details['Destination'] ?? '', medium: details['DeliveryMedium'] ?? '' };
}
