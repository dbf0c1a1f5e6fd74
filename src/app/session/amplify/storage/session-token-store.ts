import type { AmplifyTokens, AuthTokenStore } from './amplify-tokens';
import { recordOf, tokensOf } from './amplify-tokens';
import type { StoredSession } from './stored-session';
import type { SessionRecord } from './session-record';

type OAuthMetadata = Parameters<AuthTokenStore['setOAuthMetadata']>[0];
type DeviceMetadata = Awaited<ReturnType<AuthTokenStore['getDeviceMetadata']>>;

/**
 * Amplify's tokens as one record of ours. Amplify's own store keeps up to ten keys, which other tabs
 * can meet half written, and which are named alike in every other Amplify app of the origin.
 */
export class SessionTokenStore implements AuthTokenStore {
  private readonly kept: StoredSession;
  private readonly client: string;
  /** In storage already: Amplify stores again what a refresh has brought. */
  private readonly known = new WeakSet<AmplifyTokens>();
  /** What this tab has seen last is all that it may clear. */
  private seen: string | undefined;

  constructor(kept: StoredSession, client: string) {
    this.kept = kept;
    this.client = client;
  }

  /** Tokens for Amplify to use, and not to store again. */
  handOut(record: SessionRecord): AmplifyTokens {
    const tokens = tokensOf(record);
    this.known.add(tokens);
    return tokens;
  }

  recordOf(tokens: AmplifyTokens): SessionRecord {
    return recordOf(tokens, this.client);
  }

  loadTokens(): Promise<AmplifyTokens | null> {
    return soon(() => {
      const record = this.kept.current();
      this.seen = record?.session;
      return record && this.tokensIn(record);
    });
  }

  storeTokens(tokens: AmplifyTokens): Promise<void> {
    return soon(() => {
      if (this.known.has(tokens)) return;
      const record = this.recordOf(tokens);
      this.seen = record.session;
      const now = this.kept.current();
      if (now?.session !== record.session) this.kept.begin(record);
      else this.kept.replace({ ...record, amplify: { ...now.amplify, ...record.amplify } });
    });
  }

  clearTokens(): Promise<void> {
    return soon(() => {
      if (this.seen !== undefined) this.kept.end(this.seen);
    });
  }

  getLastAuthUser(): Promise<string> {
    // The word that Amplify's own store has for nobody.
    return soon(() => this.kept.current()?.username ?? 'username');
  }

  getDeviceMetadata(): Promise<DeviceMetadata> {
    return soon(() => (this.kept.current()?.amplify['deviceMetadata'] ?? null) as DeviceMetadata);
  }

  clearDeviceMetadata(): Promise<void> {
    return soon(() => {
      this.note({ deviceMetadata: undefined });
    });
  }

  setOAuthMetadata(oAuthMetadata: OAuthMetadata): Promise<void> {
    return soon(() => {
      this.note({ oAuthMetadata });
    });
  }

  getOAuthMetadata(): Promise<OAuthMetadata | null> {
    return soon(
      () => (this.kept.current()?.amplify['oAuthMetadata'] ?? null) as OAuthMetadata | null,
    );
  }

  setKeyValueStorage(): void {
    throw new TypeError('The session has a storage of its own.');
  }

  /** What stands in storage belongs to the browser's owner: `null` where the tokens are none, or another session's. */
  private tokensIn(record: SessionRecord): AmplifyTokens | null {
    try {
      const tokens = tokensOf(record);
      return this.recordOf(tokens).session === record.session ? tokens : null;
    } catch {
      // Cannot be read, or name nobody: nothing that anybody could go on with.
      return null;
    }
  }

  private note(what: Record<string, unknown>): void {
    const now = this.kept.current();
    if (now) this.kept.replace({ ...now, amplify: { ...now.amplify, ...what } });
  }
}

/** Storage answers at once, and Amplify wants a promise. */
function soon<Value>(work: () => Value): Promise<Value> {
  return new Promise((resolve) => {
    resolve(work());
  });
}
