import type { TokenOrchestrator } from 'aws-amplify/auth/cognito';
import { withDeadline } from '../../with-deadline';
import type { AmplifyTokens } from '../storage/amplify-tokens';
import type { StoredSession } from '../storage/stored-session';
import type { SessionRecord } from '../storage/session-record';
import type { SessionTokenStore } from '../storage/session-token-store';
import { inTurn } from './in-turn';
import type { LatestEditions } from './latest-editions';
import { SessionHasEnded, isRefusal, isReuse } from './refusal';

export type TokenRefresher = Parameters<TokenOrchestrator['setTokenRefresher']>[0];
type Input = Parameters<TokenRefresher>[0];

/** Milliseconds that one tab may keep all others waiting for the user pool's answer. */
const turnLength = 10_000;

/** Milliseconds that a session which has been stolen waits for its revocation before it is forgotten. */
const revocationPatience = 4_000;

/** Milliseconds until this tab sees what another has stored: usually a few. */
const arrivalPatience = 2_000;

/** What a refresh is made of. */
export interface RefreshParts {
  /** Asks the user pool. */
  readonly ask: TokenRefresher;
  readonly kept: StoredSession;
  readonly store: SessionTokenStore;
  readonly editions: LatestEditions;
  /** Ends a session at the user pool, with every token that came of it. */
  readonly revoke: (record: SessionRecord) => Promise<void>;
  /** Names the turn that tabs take. */
  readonly name: string;
}

/**
 * One refresh for everybody: for all who ask in this tab, and for all tabs. With rotation each refresh
 * token works once, and two tabs that use the same one are both signed out. To be asked for tokens
 * means to be given newer ones than those held, whoever has fetched them.
 */
export class SharedRefresh {
  private readonly parts: RefreshParts;
  private running:
    { readonly held: SessionRecord; readonly tokens: Promise<AmplifyTokens> } | undefined;

  constructor(parts: RefreshParts) {
    this.parts = parts;
  }

  readonly refresh: TokenRefresher = (input) => {
    const held = this.parts.store.recordOf(input.tokens);
    if (this.running?.held.session === held.session) return this.running.tokens;
    const tokens = this.refreshInTurn(held, input).finally(() => {
      if (this.running?.tokens === tokens) this.running = undefined;
    });
    this.running = { held, tokens };
    return tokens;
  };

  private async refreshInTurn(held: SessionRecord, input: Input): Promise<AmplifyTokens> {
    const record = await inTurn(`${this.parts.name}.${held.session}`, async () => {
      return (await this.newerThan(held)) ?? (await this.fetch(held, input));
    });
    return this.parts.store.handOut(record);
  }

  /** What another tab has brought since; waits for it where it is known to be on its way. */
  private async newerThan(held: SessionRecord): Promise<SessionRecord | null> {
    const { kept, editions } = this.parts;
    const latest = await editions.of(held.session);
    const isAhead = latest && latest.edition !== held.edition && latest.issuedAt >= held.issuedAt;
    if (isAhead) await this.arrivalOf(latest.edition, held);
    const now = kept.current();
    if (now?.session !== held.session) throw new SessionHasEnded();
    return now.edition === held.edition ? null : now;
  }

  private arrivalOf(edition: string, { session }: SessionRecord): Promise<void> {
    const { kept } = this.parts;
    return new Promise((resolve) => {
      const look = (): void => {
        const now = kept.current();
        if (now?.session === session && now.edition !== edition) return;
        finish();
      };
      const finish = (): void => {
        clearTimeout(timer);
        stop();
        resolve();
      };
      const timer = setTimeout(finish, arrivalPatience);
      const stop = kept.listen(look);
      kept.ask(session);
      look();
    });
  }

  private async fetch(held: SessionRecord, input: Input): Promise<SessionRecord> {
    // What comes late is kept all the same: the user pool has rotated the token.
    const answer = this.parts.ask(input).then((tokens) => this.keep(held, tokens));
    try {
      return await withDeadline(answer, turnLength);
    } catch (error) {
      if (!isRefusal(error)) throw error;
      // Another tab may have been quicker, where there are no turns.
      const newer = await this.newerThan(held);
      if (newer) return newer;
      if (isReuse(error)) await this.revoke(held);
      this.parts.kept.end(held.session);
      throw error;
    }
  }

  /** While its token is still known here: without it, whoever has stolen the session could go on for as long as it lasts. */
  private async revoke(stolen: SessionRecord): Promise<void> {
    try {
      await withDeadline(this.parts.revoke(stolen), revocationPatience);
    } catch {
      // Too slow. The request goes on, and here the session is over.
    }
  }

  private async keep(held: SessionRecord, tokens: AmplifyTokens): Promise<SessionRecord> {
    const { store, kept, editions } = this.parts;
    const now = kept.current();
    if (now?.session !== held.session) throw new SessionHasEnded();
    // Another tab took the turn meanwhile: what it has stored is what all others have.
    if (now.edition !== held.edition) return now;
    const fresh: SessionRecord = { ...store.recordOf(tokens), amplify: now.amplify };
    kept.replace(fresh);
    await editions.set(held.session, fresh);
    return fresh;
  }
}
