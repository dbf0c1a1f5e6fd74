import { Service, inject } from '@angular/core';
import { ConfigurationLoader } from '../../shared/configuration';
import type * as AmplifyModule from './amplify';
import { SessionStorage } from './storage/session-storage';

export type Amplify = typeof AmplifyModule;

/** Loads Amplify with the first call that needs it, and points it at the user pool. */
@Service()
export class AmplifyLoader {
  private readonly configuration = inject(ConfigurationLoader);
  private readonly storage = inject(SessionStorage);
  private loaded: Promise<Amplify> | undefined;

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
    const [amplify, configuration] = await Promise.all([
      import('./amplify'),
      this.configuration.load(),
    ]);
    amplify.configure(configuration, this.storage);
    return amplify;
  }
}
