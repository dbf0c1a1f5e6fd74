import type { IdentityChange, TokenKind, Tokens } from '../identity/identity-provider';
import type { SessionState } from '../session-state';

/** What the features of a session live on. */
export type SessionMoment =
  /** Somebody is signed in: tokens have been read, and perhaps fetched. */
  | { readonly kind: 'tokens'; readonly tokens: Tokens }
  /** A refresh ahead of its time has failed; the tokens are still good. */
  | { readonly kind: 'postponed' }
  /** Nobody is signed in any more. */
  | { readonly kind: 'ended' }
  /** Another tab has changed the session; the state follows it already. */
  | { readonly kind: 'followed'; readonly change: IdentityChange; readonly before: SessionState };

/** A session while it lasts, as `Session` and the features see it. */
export interface KeptSession {
  /** Whether all is well: not while the session is unavailable. */
  readonly isSignedIn: boolean;

  /** Calls `listener` with all that happens from now on, and with the present. */
  listen(listener: (moment: SessionMoment) => void): void;

  /** Settles who this browser remembers. */
  restore(): Promise<void>;

  /** Takes on what has happened here or in another tab. */
  follow(change: IdentityChange): Promise<void>;

  /** Valid tokens; `null` when nobody is signed in any more. Rejects when they cannot be had now. */
  tokens(): Promise<Tokens | null>;

  /** As `Session.replacementToken`. */
  replacementToken(kind: TokenKind, rejected: string): Promise<string | null>;

  /** New tokens, shared by all who ask while they come. A failure makes the session unavailable. */
  refresh(): Promise<Tokens | null>;

  /** New tokens before anybody misses them. A failure shows nowhere while the old ones are good. */
  refreshAhead(): Promise<void>;

  /** Reads the tokens again, which refreshes them where they have expired. Never rejects. */
  retry(): Promise<void>;

  /** As `Session.signOut`. */
  signOut(options: { everywhere?: boolean }): Promise<void>;

  /** From now on nobody gets tokens, nor an answer: this document is about to be left for good. */
  close(): void;

  /** Shows `text`, with a way to sign in and to come back to `from`: where one is now, or was. */
  tellOfEnd(text: string, from?: string): void;
}
