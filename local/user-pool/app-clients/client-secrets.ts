import { createHmac } from 'node:crypto';
import { notAuthorized } from '../cognito-error.ts';
import type { AppClient } from '../directory/pool-settings.ts';
import { isSame } from '../secret-text.ts';

const SECRET_LENGTH = 51;

/**
 * The secrets of app clients. Each follows from the installation's own secret and the client's id: none is
 * stored, none can be changed, and a reset makes new ones.
 */
export class ClientSecrets {
  private readonly secret: Buffer;

  constructor(secret: Buffer) {
    this.secret = secret;
  }

  /** Lower-case letters and digits, as Cognito's are; undefined for a client without a secret. */
  of(client: AppClient): string | undefined {
    if (!client.hasSecret) return undefined;
    const bytes = createHmac('sha512', this.secret).update(`client secret\n${client.id}`).digest();
    return BigInt(`0x${bytes.toString('hex')}`)
      .toString(36)
      .slice(0, SECRET_LENGTH);
  }

  /** Whether `given` is the client's secret; a client without one has none to show. */
  isSecretOf(client: AppClient, given: string): boolean {
    const secret = this.of(client);
    return secret !== undefined && isSame(secret, given);
  }

  /**
   * What is wrong with the ClientSecret of a request; undefined where nothing is, or the client has no secret. AWS does not publish
   * its wording; this one follows that of SECRET_HASH.
   */
  problemWith(client: AppClient, given: string | undefined): string | undefined {
    if (!client.hasSecret) return undefined;
    if (given === undefined) {
      return `Client ${client.id} is configured with secret but ClientSecret was not received`;
    }
    if (this.isSecretOf(client, given)) return undefined;
    return `ClientSecret does not match for the client: ${client.id}`;
  }

  /**
   * Throws NotAuthorizedException unless `hash` is Base64(HMAC-SHA256(secret, username + client id)), for a client with a secret:
   * https://docs.aws.amazon.com/cognito/latest/developerguide/signing-up-users-in-your-app.html#cognito-user-pools-computing-secret-hash
   */
  checkHash(
    client: AppClient,
    username: string,
    hash: string | undefined,
    whatIsHashed: HashedName = 'the username as sent here',
  ): void {
    const secret = this.of(client);
    if (secret === undefined) return;
    if (hash === undefined) {
      throw notAuthorized(
        `Client ${client.id} is configured with secret but SECRET_HASH was not received`,
      ).because(howToHash(whatIsHashed));
    }
    const expected = createHmac('sha256', secret)
      .update(username + client.id)
      .digest('base64');
    if (!isSame(expected, hash)) {
      const message = `SecretHash does not match for the client: ${client.id}`;
      throw notAuthorized(message).because(howToHash(whatIsHashed));
    }
  }
}

/** For developers: a refresh sends no username, and hashes the one that the tokens carry. */
type HashedName = 'the username as sent here' | "the user's sub, as it is in the tokens";

const howToHash = (name: HashedName): string =>
  `the hash is Base64 of HMAC-SHA256, keyed with the client secret, of ${name} + the client id`;
