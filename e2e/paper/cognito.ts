import type { Person } from './people.ts';

interface About {
  readonly clients: Readonly<Record<string, { readonly id: string }>>;
}

interface SignIn {
  readonly AuthenticationResult: { readonly AccessToken: string; readonly IdToken: string };
}

/** The people's user pool, from outside the browser: another device, say. */
export class Cognito {
  readonly #edge: string;

  constructor(edge: string) {
    this.#edge = edge;
  }

  async signUp({ email, password }: Person): Promise<void> {
    const UserAttributes = [{ Name: 'email', Value: email }];
    await this.perform('SignUp', {
      ClientId: await this.#clientId(),
      Username: email,
      Password: password,
      UserAttributes,
    });
  }

  async confirm({ email }: Person, code: string): Promise<void> {
    await this.perform('ConfirmSignUp', {
      ClientId: await this.#clientId(),
      Username: email,
      ConfirmationCode: code,
    });
  }

  async signIn({ email, password }: Person): Promise<SignIn['AuthenticationResult']> {
    const answer = await this.perform('InitiateAuth', {
      ClientId: await this.#clientId(),
      AuthFlow: 'USER_PASSWORD_AUTH',
      AuthParameters: { USERNAME: email, PASSWORD: password },
    });
    return (answer as SignIn).AuthenticationResult;
  }

  /** Ends every session of this person, wherever it is. */
  async signOutEverywhere(person: Person): Promise<void> {
    const { AccessToken } = await this.signIn(person);
    await this.perform('GlobalSignOut', { AccessToken });
  }

  async #clientId(): Promise<string> {
    const answer = await fetch(`${this.#edge}/about.json`);
    const id = ((await answer.json()) as About).clients['presspass-cli']?.id;
    if (id === undefined) throw new Error('There is no app client presspass-cli.');
    return id;
  }

  /** Any operation that needs no secret; rejects with what Cognito says. */
  async perform(operation: string, input: object): Promise<unknown> {
    const answer = await fetch(this.#edge, {
      method: 'POST',
      headers: {
        'Content-Type': 'application/x-amz-json-1.1',
        'X-Amz-Target': `AWSCognitoIdentityProviderService.${operation}`,
      },
      body: JSON.stringify(input),
    });
    if (!answer.ok) throw new Error(`${operation}: ${await answer.text()}`);
    return answer.json();
  }
}
