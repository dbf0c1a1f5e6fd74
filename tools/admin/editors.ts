import {
  AdminAddUserToGroupCommand,
  AdminGetUserCommand,
  AdminRemoveUserFromGroupCommand,
  paginateAdminListGroupsForUser,
  paginateListUsersInGroup,
  UserNotFoundException,
} from '@aws-sdk/client-cognito-identity-provider';
import type {
  AdminGetUserCommandOutput,
  AttributeType,
  CognitoIdentityProviderClient,
} from '@aws-sdk/client-cognito-identity-provider';
import { adminGroup } from '../../contract/identities.ts';
import { StartUpProblem } from '../processes/start-up-problem.ts';

const GroupName = adminGroup.name;

/** Who edits the paper: the members of the people pool's group `admin`. What each verb resolves to is for the terminal. */
export class Editors {
  readonly #client: CognitoIdentityProviderClient;
  readonly #poolId: string;

  constructor(client: CognitoIdentityProviderClient, poolId: string) {
    this.#client = client;
    this.#poolId = poolId;
  }

  /** Makes somebody an editor. Throws `StartUpProblem` unless the address has an account and was confirmed. */
  async add(email: string): Promise<string> {
    const account = await this.#account(email);
    expectFit(email, account);
    const { Username } = account;
    if (await this.#isEditor(Username)) return `${email} is an editor already.`;
    const UserPoolId = this.#poolId;
    await this.#client.send(new AdminAddUserToGroupCommand({ UserPoolId, Username, GroupName }));
    return `${email} is an editor now. It counts from the next sign-in, or the next refresh of the tokens: reload the desk, or sign out and in.`;
  }

  /** Makes an editor a reader. */
  async remove(email: string): Promise<string> {
    const { Username } = await this.#account(email);
    if (!(await this.#isEditor(Username))) return `${email} is no editor.`;
    const UserPoolId = this.#poolId;
    await this.#client.send(
      new AdminRemoveUserFromGroupCommand({ UserPoolId, Username, GroupName }),
    );
    return `${email} is no editor any more. Tokens that were issued before name the group until they expire, an hour at most.`;
  }

  /** The editors' addresses, one a line. */
  async list(): Promise<string> {
    const emails: string[] = [];
    const pages = paginateListUsersInGroup(
      { client: this.#client },
      { UserPoolId: this.#poolId, GroupName },
    );
    for await (const { Users = [] } of pages) {
      emails.push(
        ...Users.map((user) => valueOf(user.Attributes, 'email') ?? user.Username ?? '?'),
      );
    }
    if (emails.length > 0) return emails.sort().join('\n');
    return 'There are no editors yet: npm run admin -- add <e-mail>';
  }

  /** The account that has this address. Cognito looks among its aliases too, so what it finds is compared. */
  async #account(email: string): Promise<AdminGetUserCommandOutput> {
    try {
      const account = await this.#client.send(
        new AdminGetUserCommand({ UserPoolId: this.#poolId, Username: email }),
      );
      const found = valueOf(account.UserAttributes, 'email') ?? '';
      if (found.toLowerCase() !== email.toLowerCase()) throw nobody(email);
      return account;
    } catch (failure) {
      throw failure instanceof UserNotFoundException ? nobody(email) : failure;
    }
  }

  async #isEditor(Username: string | undefined): Promise<boolean> {
    const pages = paginateAdminListGroupsForUser(
      { client: this.#client },
      { UserPoolId: this.#poolId, Username },
    );
    for await (const { Groups = [] } of pages) {
      if (Groups.some((group) => group.GroupName === GroupName)) return true;
    }
    return false;
  }
}

const nobody = (email: string): StartUpProblem =>
  new StartUpProblem(
    `Nobody has signed up as ${email}. Create the account in the app first, then run this again.`,
  );

/** An editor must be the person whose address it is, so the address was confirmed. */
function expectFit(
  email: string,
  { UserStatus, Enabled, UserAttributes }: AdminGetUserCommandOutput,
): void {
  if (Enabled === false) {
    throw new StartUpProblem(`The account of ${email} is disabled. Enable it in the pool first.`);
  }
  if (UserStatus === 'UNCONFIRMED' || valueOf(UserAttributes, 'email_verified') !== 'true') {
    throw new StartUpProblem(
      `${email} has signed up and not confirmed the address. The mail with the code has the way; then run this again.`,
    );
  }
}

const valueOf = (attributes: AttributeType[] | undefined, name: string): string | undefined =>
  attributes?.find((attribute) => attribute.Name === name)?.Value;
