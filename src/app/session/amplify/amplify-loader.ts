import { Service, inject } from '@angular/core';
import { ConfigurationLoader } from '../../shared/configuration';
import type * as AmplifyModule from './amplify';
import { FreshPage } from '../../shared/fresh-page';
import { SessionStorage } from './storage/session-storage';

export type Amplify = typeof AmplifyModule;

/**
 * Loads Amplify with the first call that needs it, and points it at the user pool. Not by Angular's `injectAsync`,
 * which keeps a load that has failed for ever.
 */
@Service()
export class AmplifyLoader {
  private readonly configuration = inject(ConfigurationLoader);
  private readonly storage = inject(SessionStorage);
  private readonly freshPage = inject(FreshPage);
  private loaded: Promise<Amplify> | undefined;
  private isScriptLost = false;

  /** Rejects when Amplify or its configuration cannot be had; the next call tries again. */
  load(): Promise<Amplify> {
    this.loaded ??= this.fetch().catch((error: unknown) => {
      // The network may be back with the next call.
      this.loaded = undefined;
      throw error;
    });
    return this.loaded;
  }

  private async fetch(): Promise<Amplify> {
    const [amplify, configuration] = await Promise.all([this.script(), this.configuration.load()]);
    amplify.configure(configuration, this.storage);
    return amplify;
  }

  /** Pages on which somebody types have it among their own scripts: none of them is loaded anew here. */
  private async script(): Promise<Amplify> {
    if (this.isScriptLost && (await this.freshPage.reload()))
      return new Promise<never>(() => undefined);
    try {
      return await import('./amplify');
    } catch (error) {
      // The session says that sign-in cannot be reached; its next try loads the page anew.
      this.isScriptLost = true;
      throw error;
    }
  }
}
