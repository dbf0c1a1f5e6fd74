import { randomBytes } from 'node:crypto';
import type { StateDatabase } from '../../state/state-database.ts';
import type { Clock } from '../../clock.ts';
import { hashOfSecret } from '../secret-text.ts';

/** A code works once, and for five minutes: AWS, authorization endpoint. */
const LIFETIME_MS = 5 * 60 * 1000;

/** What a code stands for: who signed in, for whom, and what it is bound to. */
export interface CodeGrant {
  readonly poolId: string;
  readonly sub: string;
  readonly clientId: string;
  readonly redirectUri: string;
  readonly scopes: readonly string[];
  readonly nonce: string | undefined;
  /** BASE64URL(SHA-256(verifier)), RFC 7636. */
  readonly codeChallenge: string | undefined;
  /** When the person signed in, in milliseconds; a cookie may be older than the code. */
  readonly signedInAt: number;
}

/** Authorization codes (RFC 6749, 4.1.2), kept only as hashes. */
export class AuthorizationCodes {
  private readonly database: StateDatabase;
  private readonly clock: Clock;

  constructor(database: StateDatabase, clock: Clock) {
    this.database = database;
    this.clock = clock;
  }

  issue(grant: CodeGrant): string {
    const now = this.clock.now();
    const code = randomBytes(32).toString('base64url');
    const { poolId, sub, clientId, redirectUri, scopes, nonce, codeChallenge, signedInAt } = grant;
    this.database.prepare('DELETE FROM authorization_code WHERE expires_at <= ?').run(now);
    this.database
      .prepare(
        `INSERT INTO authorization_code (hash, pool_id, sub, client_id, redirect_uri, scopes, nonce,
           code_challenge, signed_in_at, expires_at) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
      )
      .run(
        ...[hashOfSecret(code), poolId, sub, clientId, redirectUri, scopes.join(' ')],
        ...[nonce ?? null, codeChallenge ?? null, signedInAt, now + LIFETIME_MS],
      );
    return code;
  }

  /** What a code stands for. It is used up by asking; undefined for one that is unknown, was used, or is too old. */
  take(code: string): CodeGrant | undefined {
    return this.database.transaction(() => {
      const hash = hashOfSecret(code);
      const row = this.database
        .prepare('SELECT * FROM authorization_code WHERE hash = ? AND expires_at > ?')
        .get(hash, this.clock.now());
      this.database.prepare('DELETE FROM authorization_code WHERE hash = ?').run(hash);
      return row && toGrant(row);
    });
  }
}

function toGrant(row: Record<string, unknown>): CodeGrant {
  const { nonce, code_challenge: codeChallenge } = row;
  return {
    poolId: String(row['pool_id']),
    sub: String(row['sub']),
    clientId: String(row['client_id']),
    redirectUri: String(row['redirect_uri']),
    scopes: String(row['scopes']).split(' '),
    nonce: typeof nonce === 'string' ? nonce : undefined,
    codeChallenge: typeof codeChallenge === 'string' ? codeChallenge : undefined,
    signedInAt: Number(row['signed_in_at']),
  };
}
