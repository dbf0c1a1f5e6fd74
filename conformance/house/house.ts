import { randomUUID } from 'node:crypto';
import type { RunningProcess } from './process.ts';

/** What `/about.json` tells. */
interface About {
  readonly region: string;
  readonly pools: { readonly people: string; readonly services: string };
  readonly clients: Readonly<Record<string, AppClient>>;
  readonly people: readonly (Person & { readonly groups: readonly string[] })[];
}

export interface AppClient {
  readonly id: string;
  readonly secret?: string;
}

export interface Person {
  readonly email: string;
  readonly password: string;
}

interface Mail {
  readonly to: string;
  readonly text: string;
  readonly code?: string;
}

/** An answer of one of AWS's JSON endpoints. */
export interface AwsAnswer {
  readonly status: number;
  readonly headers: Headers;
  readonly body: Record<string, unknown>;
}

/** A running stand-in, known only by its address and by what it tells everybody. */
export class House {
  readonly url: string;
  readonly about: About;
  readonly #process: RunningProcess;

  constructor(process: RunningProcess, about: About) {
    this.url = process.url;
    this.about = about;
    this.#process = process;
  }

  static async open(process: RunningProcess): Promise<House> {
    const answer = await fetch(`${process.url}/about.json`);
    return new House(process, (await answer.json()) as About);
  }

  close(): Promise<void> {
    return this.#process.stop();
  }

  /** The issuer of a pool's tokens, in AWS's own form. */
  issuer(pool: 'people' | 'services'): string {
    return `https://cognito-idp.${this.about.region}.amazonaws.com/${this.about.pools[pool]}`;
  }

  client(name: string): AppClient {
    const client = this.about.clients[name];
    if (!client) throw new Error(`There is no app client ${name}.`);
    return client;
  }

  /** A machine's client with its secret. */
  machine(name: string): Required<AppClient> {
    const { id, secret } = this.client(name);
    if (secret === undefined) throw new Error(`The app client ${name} has no secret.`);
    return { id, secret };
  }

  /** The demo person who is in the group `admin`, or the one who is not. */
  demo(kind: 'editor' | 'reader'): Person {
    const isEditor = kind === 'editor';
    const person = this.about.people.find(({ groups }) => groups.includes('admin') === isEditor);
    if (!person) throw new Error(`There is no demo ${kind}.`);
    return person;
  }

  /** Moves the stand-in's time, in seconds. This machine's stays. */
  async advance(seconds: number): Promise<void> {
    const body = JSON.stringify({ advanceSeconds: seconds });
    const answer = await fetch(`${this.url}/clock`, { method: 'POST', body });
    if (!answer.ok) throw new Error(await answer.text());
  }

  /** The stand-in’s time, in milliseconds: an authenticator app goes by it. */
  async now(): Promise<number> {
    const body = JSON.stringify({ advanceSeconds: 0 });
    const answer = await fetch(`${this.url}/clock`, { method: 'POST', body });
    return Date.parse(((await answer.json()) as { now: string }).now);
  }

  /** What was sent to an address, newest first. */
  async mailsTo(email: string): Promise<Mail[]> {
    const answer = await fetch(`${this.url}/mailbox.json?to=${encodeURIComponent(email)}`);
    return (await answer.json()) as Mail[];
  }

  async latestCode(email: string): Promise<string> {
    const [latest] = await this.mailsTo(email);
    if (latest?.code === undefined) throw new Error(`No code was sent to ${email}.`);
    return latest.code;
  }

  /** A request to the user pools as it goes over the wire. */
  async send(
    operation: string,
    input: object,
    headers: Record<string, string> = {},
  ): Promise<AwsAnswer> {
    const answer = await fetch(this.url, {
      method: 'POST',
      headers: {
        'Content-Type': 'application/x-amz-json-1.1',
        'X-Amz-Target': `AWSCognitoIdentityProviderService.${operation}`,
        ...headers,
      },
      body: JSON.stringify(input),
    });
    const body = (await answer.json()) as Record<string, unknown>;
    return { status: answer.status, headers: answer.headers, body };
  }

  /** Like `send`, for preparations: throws when the answer is a refusal. */
  async perform(operation: string, input: object): Promise<Record<string, unknown>> {
    const { status, body } = await this.send(operation, input, dummySignature);
    if (status === 200) return body;
    throw new Error(`${operation}: ${JSON.stringify(body)}`);
  }

  /** Somebody with a confirmed account. */
  async join(): Promise<Person> {
    const person = newPerson();
    await this.#signUp(person);
    const { email } = person;
    const ConfirmationCode = await this.latestCode(email);
    const ClientId = this.client('presspass-cli').id;
    await this.perform('ConfirmSignUp', { ClientId, Username: email, ConfirmationCode });
    return person;
  }

  /** Somebody who has signed up, and not yet confirmed. */
  async register(): Promise<Person> {
    const person = newPerson();
    await this.#signUp(person);
    return person;
  }

  /** Somebody whom an administrator has invited, with the temporary password. */
  async invite(): Promise<Person> {
    const { email } = newPerson();
    const password = 'First-Pass-2026';
    await this.perform('AdminCreateUser', {
      UserPoolId: this.about.pools.people,
      Username: email,
      TemporaryPassword: password,
      MessageAction: 'SUPPRESS',
      UserAttributes: [{ Name: 'email', Value: email }],
    });
    return { email, password };
  }

  /** An app client of the people's pool that is new to everybody, for USER_PASSWORD_AUTH. */
  async newAppClient(settings: Record<string, string> = {}): Promise<AppClient> {
    const { UserPoolClient } = await this.perform('CreateUserPoolClient', {
      UserPoolId: this.about.pools.people,
      ClientName: 'new',
      ExplicitAuthFlows: ['ALLOW_USER_PASSWORD_AUTH', 'ALLOW_REFRESH_TOKEN_AUTH'],
      ...settings,
    });
    return { id: String((UserPoolClient as Record<string, unknown>)['ClientId']) };
  }

  /** Tokens as the AWS CLI's user gets them. */
  async tokensOf(
    { email, password }: Person,
    client = this.client('presspass-cli'),
  ): Promise<UserTokens> {
    const { AuthenticationResult } = await this.perform('InitiateAuth', {
      ClientId: client.id,
      AuthFlow: 'USER_PASSWORD_AUTH',
      AuthParameters: { USERNAME: email, PASSWORD: password },
    });
    const result = AuthenticationResult as Record<string, string>;
    return {
      idToken: result['IdToken'] ?? '',
      accessToken: result['AccessToken'] ?? '',
      refreshToken: result['RefreshToken'] ?? '',
    };
  }

  /** An access token of a machine, by client credentials; with all of its scopes unless some are named. */
  async machineToken(name: string, scope?: string): Promise<string> {
    const { id, secret } = this.machine(name);
    const form = { grant_type: 'client_credentials', client_id: id, client_secret: secret };
    const body = new URLSearchParams(scope === undefined ? form : { ...form, scope });
    const answer = await fetch(`${this.url}/oauth2/token`, { method: 'POST', body });
    const { access_token } = (await answer.json()) as { access_token?: string };
    if (access_token === undefined) throw new Error(`${name} got no token: ${answer.status}`);
    return access_token;
  }

  async #signUp({ email, password }: Person): Promise<void> {
    await this.perform('SignUp', {
      ClientId: this.client('presspass-cli').id,
      Username: email,
      Password: password,
      UserAttributes: [{ Name: 'email', Value: email }],
    });
  }
}

/** What a sign-in gives, as it travels. */
export interface UserTokens {
  readonly idToken: string;
  readonly accessToken: string;
  readonly refreshToken: string;
}

export function newPerson(): Person {
  return { email: `visitor-${randomUUID().slice(0, 8)}@example.com`, password: 'Press-Pass-2026' };
}

/** The stand-in wants a signature where AWS does, but has no accounts to check it against. */
const dummySignature = {
  'X-Amz-Date': '20261120T000000Z',
  Authorization:
    'AWS4-HMAC-SHA256 Credential=local/20261120/eu-west-1/cognito-idp/aws4_request, SignedHeaders=host, Signature=0',
};
