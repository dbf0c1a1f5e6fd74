import { DOCUMENT, Service, inject } from '@angular/core';
import { ConfigurationLoader } from '../../platform/configuration';
import { IdentityProvider, type IdentityChange, type Tokens } from '../identity/identity-provider';
import { personFromUncheckedToken, type Person } from '../identity/person';
import { withDeadline } from '../with-deadline';
import { type Amplify, AmplifyLoader } from './amplify-loader';

/** Amplify keeps `<prefix>.<client id>.<user name>.idToken` and the like in `localStorage`. */
const prefix = 'CognitoIdentityServiceProvider.';

/** Milliseconds that a person who signs out waits for the refresh token to be revoked. */
const revocationPatience = 4_000;

/**
 * Amazon Cognito through Amplify, which is loaded with the first call that needs it: somebody who
 * only reads the front page never downloads it.
 */
@Service({ autoProvided: false })
export class AmplifyIdentityProvider extends IdentityProvider {
  private readonly loader = inject(AmplifyLoader);
  private readonly configuration = inject(ConfigurationLoader);
  private readonly document = inject(DOCUMENT);
  private readonly listeners: ((change: IdentityChange) => void)[] = [];
  private isListening = false;

  override remembered(): Person | null {
    const storage = this.storage();
    const key = this.keys().find((one) => one.endsWith('.idToken'));
    const idToken = key && storage?.getItem(key);
    return idToken ? personFromUncheckedToken(idToken) : null;
  }

  override async tokens(options: { forceRefresh: boolean }): Promise<Tokens | null> {
    const tokens = await (await this.amplify()).tokens(options);
    // What another app client left behind would otherwise be taken for a session at each start.
    if (!tokens) this.forget();
    return tokens;
  }

  override async signOut(options: { everywhere?: boolean } = {}): Promise<void> {
    const forget = (): void => {
      this.forget();
    };
    const isFromManagedLogin = this.keys().some((key) => key.endsWith('.oauthMetadata'));
    // Amplify revokes before it forgets: who leaves the page meanwhile would come back signed in.
    this.document.defaultView?.addEventListener('pagehide', forget);
    try {
      await withDeadline(
        this.amplify().then((amplify) => amplify.signOut(options)),
        revocationPatience,
      );
    } catch {
      // Without the network nothing can be revoked; whoever signs out here is signed out here.
    }
    this.document.defaultView?.removeEventListener('pagehide', forget);
    forget();
    if (isFromManagedLogin) await this.endAtDomain();
  }

  override onChange(listener: (change: IdentityChange) => void): void {
    this.listeners.push(listener);
  }

  override async prepare(): Promise<void> {
    await this.amplify();
  }

  private async amplify(): Promise<Amplify> {
    const amplify = await this.loader.load();
    if (!this.isListening) {
      this.isListening = true;
      amplify.onChange((change) => {
        for (const listener of this.listeners) listener(change);
      });
    }
    return amplify;
  }

  /** The user pool's domain remembers the browser by itself. */
  private async endAtDomain(): Promise<void> {
    const { defaultView } = this.document;
    if (!defaultView) return;
    try {
      const { endAtDomain } = await import('../ways-in/managed-login/end-at-domain');
      await endAtDomain(await this.configuration.load(), defaultView);
    } catch {
      // Offline: signed out here all the same, and there within the hour.
    }
  }

  private forget(): void {
    for (const key of this.keys()) this.storage()?.removeItem(key);
  }

  private keys(): string[] {
    return Object.keys(this.storage() ?? {}).filter((key) => key.startsWith(prefix));
  }

  private storage(): Storage | undefined {
    try {
      return this.document.defaultView?.localStorage;
    } catch {
      // A browser that is told to block all site data throws at the mere mention.
      return undefined;
    }
  }
}
