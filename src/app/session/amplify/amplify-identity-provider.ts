import { Service, inject } from '@angular/core';
import { ConfigurationLoader } from '../../shared/configuration';
import { Notices } from '../../shared/notices';
import { IdentityProvider, type IdentityChange, type Tokens } from '../identity/identity-provider';
import type { Person } from '../identity/person';
import type { SessionLifetime } from '../identity/session-lifetime';
import { endAtDomain } from '../pool-domain/end-at-domain';
import { withDeadline } from '../with-deadline';
import { type Amplify, AmplifyLoader } from './amplify-loader';
import { endSession } from './end-session';
import type { SessionRecord } from './storage/session-record';
import { SessionStorage } from './storage/session-storage';
import { tokensInHand } from './storage/tokens-in-hand';

/** Milliseconds that a person who signs out waits for the user pool. */
const revocationPatience = 4_000;

interface SignOut {
  readonly everywhere: boolean;
  readonly lifetime: SessionLifetime;
}

/**
 * Amazon Cognito through Amplify, which is loaded with the first call that needs it: somebody who
 * only reads the front page never downloads it.
 */
@Service({ autoProvided: false })
export class AmplifyIdentityProvider extends IdentityProvider {
  private readonly loader = inject(AmplifyLoader);
  private readonly storage = inject(SessionStorage);
  private readonly configuration = inject(ConfigurationLoader);
  private readonly notices = inject(Notices);
  private readonly listeners: ((change: IdentityChange) => void)[] = [];
  /** What is known to the listeners; nobody has asked yet while it is undefined. */
  private seen: SessionRecord | null | undefined;
  private isListening = false;

  override remembered(): Person | null {
    const record = this.storage.read();
    if (this.seen === undefined) this.seen = record;
    return record?.person ?? null;
  }

  override lifetime(): SessionLifetime {
    return this.storage.readIn('sessionStorage') ? 'this-tab' : 'this-device';
  }

  override async tokens(options: { forceRefresh: boolean }): Promise<Tokens | null> {
    const held = this.storage.read();
    const inHand = options.forceRefresh || this.isListening ? null : await this.tokensInHand();
    if (inHand) return inHand;
    const amplify = await this.amplify();
    const asked = this.storage.read();
    // Another tab may have refreshed while Amplify was on its way: nobody needs newer tokens than those.
    const hasNewer = held && asked?.session === held.session && asked.edition !== held.edition;
    const tokens = await amplify.tokens(hasNewer ? { forceRefresh: false } : options);
    if (tokens) return tokens;
    // Somebody has signed in while the answer was on its way: it is not about them.
    if (!this.holds(asked) && this.storage.read()) return this.tokens({ forceRefresh: false });
    // What another app client left behind would otherwise be taken for a session at each start.
    this.storage.clear();
    return null;
  }

  override async signOut({ everywhere = false } = {}): Promise<void> {
    const record = this.storage.read();
    const lifetime = this.lifetime();
    // Before anything that takes time: the tab may be closed at once. All others end by a token that still counts.
    if (!everywhere) this.forget();
    try {
      await withDeadline(this.end(record, { everywhere, lifetime }), revocationPatience);
    } catch {
      // Without the network nothing can be revoked; whoever signs out here is signed out here.
    }
    // Somebody may have signed in meanwhile, in another tab.
    if (this.holds(record)) this.forget();
    if (record?.amplify['oAuthMetadata']) await this.endAtDomain();
  }

  override onChange(listener: (change: IdentityChange) => void): void {
    // Once, and before Amplify is loaded: another tab may sign in or out at any time.
    if (this.listeners.push(listener) === 1) this.storage.watch(this.look);
  }

  override async prepare(): Promise<void> {
    await this.amplify();
  }

  /** The tokens of this device that are still good, without Amplify. Twin tabs need it to hear of each other. */
  private async tokensInHand(): Promise<Tokens | null> {
    if (this.lifetime() === 'this-tab' || !this.storage.read()) return null;
    const configuration = await this.configuration.load();
    // Read last: another tab may have refreshed meanwhile.
    const record = this.storage.read();
    return record && tokensInHand(record, configuration);
  }

  private async end(record: SessionRecord | null, options: SignOut): Promise<void> {
    const { everywhere, lifetime } = options;
    if (!everywhere && !this.isListening && lifetime === 'this-device') {
      return endSession(record, await this.configuration.load());
    }
    const amplify = await this.amplify();
    if (!everywhere) return amplify.signOut({ record });
    // Only a valid access token ends the others.
    await amplify.tokens({ forceRefresh: false });
    await amplify.signOut({ everywhere });
  }

  /** Whether storage has still the session of `record`. */
  private holds(record: SessionRecord | null): boolean {
    return this.storage.read()?.session === record?.session;
  }

  private forget(): void {
    this.storage.clear();
    this.seen = null;
  }

  /** The user pool's domain remembers the browser by itself. */
  private async endAtDomain(): Promise<void> {
    try {
      await endAtDomain(await this.configuration.load(), this.storage, this.notices);
    } catch {
      // Offline: signed out here all the same, and asked for the password there.
    }
  }

  private async amplify(): Promise<Amplify> {
    const amplify = await this.loader.load();
    if (!this.isListening) {
      this.isListening = true;
      amplify.onChange((change) => {
        this.tell(change);
      }, this.look);
    }
    return amplify;
  }

  /** Storage may have changed by another tab's hand. Many changes at once are told as what came of them. */
  private readonly look = (): void => {
    const before = this.seen;
    const now = this.storage.read();
    if (before === undefined || before?.access === now?.access) return;
    const isSame = before?.session === now?.session;
    this.tell({
      kind: !now ? 'signed-out' : isSame ? 'refreshed' : 'signed-in',
      isElsewhere: true,
    });
  };

  private tell(change: IdentityChange): void {
    this.seen = this.storage.read();
    for (const listener of this.listeners) listener(change);
  }
}
