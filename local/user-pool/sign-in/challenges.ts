import { createHmac, hkdfSync, randomUUID } from 'node:crypto';
import type { StateDatabase } from '../../state/state-database.ts';
import type { Clock } from '../../clock.ts';
import { notAuthorized } from '../cognito-error.ts';
import type { CognitoError } from '../cognito-error.ts';
import { DEFAULT_SESSION_MINUTES } from '../directory/pool-settings.ts';
import type { AppClient } from '../directory/pool-settings.ts';
import { Seal } from '../seal.ts';
import type { PasswordVerifier } from '../users/srp.ts';
import { usernameKey } from '../users/user-store.ts';
import type { User } from '../users/user-store.ts';

/** Who was asked, and where. `userId` is a simulated one where there is no such user. */
interface Asked {
  readonly clientId: string;
  readonly userId: string;
}

type State<Kind extends string, More = object> = Kind extends string
  ? Asked & More & { readonly kind: Kind }
  : never;

/** What the server must remember between a challenge and its answer. */
export type ChallengeState =
  | State<
      'PASSWORD_VERIFIER',
      {
        readonly username: string;
        readonly clientKey: string;
        readonly publicKey: string;
        readonly secret: string;
      }
    >
  | State<
      'SELECT_CHALLENGE' | 'PASSWORD' | 'PASSWORD_SRP' | 'EMAIL_OTP',
      { readonly username: string }
    >
  | State<
      'WEB_AUTHN',
      {
        readonly username: string;
        /** What the passkey signs, Base64URL. */
        readonly nonce: string;
      }
    >
  | State<'WEB_AUTHN_REGISTRATION'>
  | State<
      'NEW_PASSWORD_REQUIRED' | 'SOFTWARE_TOKEN_MFA' | 'MFA_SETUP' | 'MFA_SET_UP' | 'SIGNED_UP',
      {
        /** Whose salt is another by now has another password, and must begin anew. */
        readonly passwordSalt: string;
      }
    >;

/** Of whom a further question is asked, after they have shown who they are. */
export function provenBy(user: User, client: AppClient): Asked & { readonly passwordSalt: string } {
  return { clientId: client.id, userId: user.sub, passwordSalt: user.password.salt };
}

/**
 * Refuses the session of somebody whose password was changed since, by an administrator for instance: with an old temporary password
 * nobody may go on to choose the new one. What AWS does here is not published.
 */
export function refuseOldPassword(state: ChallengeState, { salt }: PasswordVerifier): void {
  if ('passwordSalt' in state && state.passwordSalt !== salt) {
    throw invalidSession('its user has another password since');
  }
}

/** A challenge that was opened. `spend` ends it; false when it had been spent before. */
export interface OpenedChallenge<Kind extends ChallengeState['kind']> {
  readonly state: Extract<ChallengeState, { kind: Kind }>;
  /** Different for each challenge, and not known to the client. */
  readonly id: string;
  readonly isSpent: boolean;
  readonly spend: () => boolean;
}

type Sealed = ChallengeState & { readonly id: string; readonly expiresAt: number };

/**
 * Hands the state of a challenge to the client, encrypted, instead of keeping it: asking for challenges fills nothing
 * here, and a restart loses none. Only which ones were used is kept.
 */
export class ChallengeSeal {
  private readonly database: StateDatabase;
  private readonly clock: Clock;
  private readonly seals: Seal;
  private readonly codeKey: Buffer;

  constructor(database: StateDatabase, clock: Clock, secret: Buffer) {
    this.database = database;
    this.clock = clock;
    this.seals = new Seal(secret, 'challenge seal');
    this.codeKey = Buffer.from(hkdfSync('sha256', secret, '', 'one-time codes', 32));
  }

  seal(state: ChallengeState, client?: AppClient): string {
    return this.sealed(randomUUID(), state, client);
  }

  /**
   * Seals a challenge and makes its eight-digit code, to be mailed to `address`. The code follows from the challenge's own random id and
   * the address, so that it need not be kept, belongs to this challenge only, and proves this address only.
   */
  sealWithCode(
    state: ChallengeState,
    address: string,
    client?: AppClient,
  ): { session: string; code: string } {
    const id = randomUUID();
    return { session: this.sealed(id, state, client), code: this.codeOf(id, address) };
  }

  /** The code that `sealWithCode` made for the challenge with this id, and for this address. */
  codeOf(id: string, address: string): string {
    const digest = createHmac('sha256', this.codeKey)
      .update(`${id}\n${usernameKey(address)}`)
      .digest();
    return String(digest.readBigUInt64BE() % 100_000_000n).padStart(8, '0');
  }

  /** Opens what `seal` made. Throws NotAuthorizedException for a foreign or old one. */
  open<Kind extends ChallengeState['kind']>(text: string, kind: Kind): OpenedChallenge<Kind> {
    const plain = this.seals.open(text);
    const sealed = plain === undefined ? undefined : (JSON.parse(plain) as Sealed);
    if (!sealed) throw invalidSession('it was not made by this stand-in');
    if (!isKind(sealed, kind)) throw invalidSession(`it is for ${sealed.kind}, not for ${kind}`);
    if (sealed.expiresAt <= this.clock.now()) {
      throw notAuthorized('Invalid session for the user, session is expired.');
    }
    const spend = (): boolean => this.spend(sealed);
    return { state: sealed, id: sealed.id, isSpent: this.isSpent(sealed), spend };
  }

  private sealed(id: string, state: ChallengeState, client?: AppClient): string {
    const sealed: Sealed = { ...state, id, expiresAt: this.clock.now() + sessionMs(client) };
    return this.seals.close(JSON.stringify(sealed));
  }

  private isSpent({ id }: Sealed): boolean {
    return Boolean(this.database.prepare('SELECT 1 FROM spent_challenge WHERE id = ?').get(id));
  }

  private spend(sealed: Sealed): boolean {
    this.database
      .prepare('DELETE FROM spent_challenge WHERE expires_at <= ?')
      .run(this.clock.now());
    const { changes } = this.database
      .prepare('INSERT OR IGNORE INTO spent_challenge (id, expires_at) VALUES (?, ?)')
      .run(sealed.id, sealed.expiresAt);
    return changes === 1;
  }
}

/** How long a challenge of a client waits for its answer, in milliseconds. */
export function sessionMs(client?: AppClient): number {
  return (client?.authSessionMinutes ?? DEFAULT_SESSION_MINUTES) * 60_000;
}

/** The refusal of a session that is foreign, was used, or belongs to another challenge, client or user. */
export function invalidSession(reason: string): CognitoError {
  return notAuthorized('Invalid session for the user.').because(
    `the session is refused: ${reason}`,
  );
}

function isKind<Kind extends ChallengeState['kind']>(
  sealed: Sealed,
  kind: Kind,
): sealed is Extract<Sealed, { kind: Kind }> {
  return sealed.kind === kind;
}
