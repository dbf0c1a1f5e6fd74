import { createCipheriv, createDecipheriv, hkdfSync, randomBytes, randomUUID } from 'node:crypto';
import type { DatabaseSync } from 'node:sqlite';
import type { Clock } from '../clock.ts';
import { notAuthorized } from './cognito-error.ts';

/** AuthSessionValidity, by default three minutes. */
const LIFETIME_MS = 3 * 60 * 1000;

/** What the server must remember between a challenge and its answer. */
export type ChallengeState =
  | {
      readonly kind: 'PASSWORD_VERIFIER';
      readonly clientId: string;
      readonly username: string;
      readonly userId: string;
      readonly clientKey: string;
      readonly publicKey: string;
      readonly secret: string;
    }
  | { readonly kind: 'NEW_PASSWORD_REQUIRED'; readonly clientId: string; readonly userId: string };

/** A challenge that was opened. `spend` ends it; false when it had been spent before. */
export interface OpenedChallenge<Kind extends ChallengeState['kind']> {
  readonly state: Extract<ChallengeState, { kind: Kind }>;
  readonly spend: () => boolean;
}

type Sealed = ChallengeState & { readonly id: string; readonly expiresAt: number };

/**
 * Hands the state of a challenge to the client, encrypted (AES-256-GCM), instead of keeping it: asking for
 * challenges fills nothing here, and a restart loses none. Only which ones were used is kept.
 */
export class ChallengeSeal {
  private readonly database: DatabaseSync;
  private readonly clock: Clock;
  private readonly key: Buffer;

  constructor(database: DatabaseSync, clock: Clock, secret: Buffer) {
    this.database = database;
    this.clock = clock;
    this.key = Buffer.from(hkdfSync('sha256', secret, '', 'challenge seal', 32));
  }

  seal(state: ChallengeState): string {
    const sealed = { ...state, id: randomUUID(), expiresAt: this.clock.now() + LIFETIME_MS };
    const iv = randomBytes(12);
    const cipher = createCipheriv('aes-256-gcm', this.key, iv);
    const text = Buffer.concat([cipher.update(JSON.stringify(sealed)), cipher.final()]);
    return Buffer.concat([iv, cipher.getAuthTag(), text]).toString('base64');
  }

  /** Opens what `seal` made. Throws NotAuthorizedException for a foreign, used or old one. */
  open<Kind extends ChallengeState['kind']>(text: string, kind: Kind): OpenedChallenge<Kind> {
    const sealed = this.decrypt(text);
    if (!sealed || !isKind(sealed, kind)) throw notAuthorized('Invalid session for the user.');
    if (sealed.expiresAt <= this.clock.now()) {
      throw notAuthorized('Invalid session for the user, session is expired.');
    }
    return { state: sealed, spend: () => this.spend(sealed) };
  }

  private decrypt(text: string): Sealed | undefined {
    try {
      const bytes = Buffer.from(text, 'base64');
      const decipher = createDecipheriv('aes-256-gcm', this.key, bytes.subarray(0, 12), {
        authTagLength: 16,
      });
      decipher.setAuthTag(bytes.subarray(12, 28));
      const plain = Buffer.concat([decipher.update(bytes.subarray(28)), decipher.final()]);
      return JSON.parse(plain.toString()) as Sealed;
    } catch {
      // Anything that was not sealed here fails to decrypt; that is the check.
      return undefined;
    }
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

function isKind<Kind extends ChallengeState['kind']>(
  sealed: Sealed,
  kind: Kind,
): sealed is Extract<Sealed, { kind: Kind }> {
  return sealed.kind === kind;
}
