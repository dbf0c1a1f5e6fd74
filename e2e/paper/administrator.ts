import { CognitoIdentityProvider } from '@aws-sdk/client-cognito-identity-provider';
import type { Person } from './people.ts';

/** What is said of an account by the editors who look after the people's user pool, with the AWS SDK. */
export class Administrator {
  readonly #edge: string;
  readonly #cognito: CognitoIdentityProvider;

  constructor(edge: string) {
    this.#edge = edge;
    this.#cognito = new CognitoIdentityProvider({
      endpoint: edge,
      region: 'eu-west-1',
      credentials: { accessKeyId: 'local', secretAccessKey: 'local' },
    });
  }

  /** An account whose password is temporary. */
  async invite({ email, password }: Person): Promise<void> {
    await this.#cognito.adminCreateUser({
      ...(await this.#user(email)),
      TemporaryPassword: password,
      UserAttributes: [
        { Name: 'email', Value: email },
        { Name: 'email_verified', Value: 'true' },
      ],
    });
  }

  /** Somebody must choose a new password; Cognito e-mails a code. */
  async resetPassword({ email }: Person): Promise<void> {
    await this.#cognito.adminResetUserPassword(await this.#user(email));
  }

  async disable({ email }: Person): Promise<void> {
    await this.#cognito.adminDisableUser(await this.#user(email));
  }

  async addToGroup({ email }: Person, GroupName: string): Promise<void> {
    await this.#cognito.adminAddUserToGroup({ ...(await this.#user(email)), GroupName });
  }

  /** Of so many groups that an ID token which names them all is longer than API Gateway takes a request's headers to be. */
  async addToTooManyGroups(person: Person, count = 70): Promise<void> {
    const { UserPoolId } = await this.#user(person.email);
    for (let number = 1; number <= count; number++) {
      const GroupName = `readers-of-the-supplement-number-${String(number)}-${'x'.repeat(80)}`;
      await this.#cognito.createGroup({ UserPoolId, GroupName });
      await this.addToGroup(person, GroupName);
    }
  }

  async removeFromGroup({ email }: Person, GroupName: string): Promise<void> {
    await this.#cognito.adminRemoveUserFromGroup({ ...(await this.#user(email)), GroupName });
  }

  async switchSecondFactorOff({ email }: Person): Promise<void> {
    await this.#cognito.adminSetUserMFAPreference({
      ...(await this.#user(email)),
      SoftwareTokenMfaSettings: { Enabled: false, PreferredMfa: false },
    });
  }

  async #user(Username: string): Promise<{ UserPoolId: string; Username: string }> {
    const answer = await fetch(`${this.#edge}/about.json`);
    const { pools } = (await answer.json()) as { pools: { people: string } };
    return { UserPoolId: pools.people, Username };
  }
}
