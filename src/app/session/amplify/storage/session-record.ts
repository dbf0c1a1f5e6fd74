import type { Person } from '../../identity/person';

/**
 * What this browser keeps of a session: one value under one key, so that no tab ever reads half of
 * one session and half of another.
 */
export interface SessionRecord {
  /** The app client that the tokens were issued to. */
  readonly client: string;
  /** The same from sign-in to sign-out, over all refreshes: the claim `origin_jti`. */
  readonly session: string;
  /** Another with each refresh: the claim `jti`. */
  readonly edition: string;
  /** Seconds since the epoch, by the user pool's clock. */
  readonly issuedAt: number;
  /** Milliseconds that the user pool's clock is ahead of the device's. */
  readonly clockDrift: number;
  readonly person: Person;
  /** The name that Cognito knows the person by. */
  readonly username: string;
  readonly id: string;
  readonly access: string;
  readonly refresh: string | undefined;
  /** What Amplify wants back with the tokens. */
  readonly amplify: Readonly<Record<string, unknown>>;
}

/** What stands in storage belongs to the browser's owner: `null` for whatever is no record of ours. */
export function parseRecord(text: string | null): SessionRecord | null {
  try {
    return recordIn(JSON.parse(text ?? ''));
  } catch {
    // Nothing there, or nothing that we wrote.
    return null;
  }
}

/** `value`, if it is a record. Throws a TypeError, or answers `null`, for anything else. */
export function recordIn(value: unknown): SessionRecord | null {
  const record = value as SessionRecord;
  return record.access && record.person.id && Array.isArray(record.person.groups) ? record : null;
}
