import {
  DOCUMENT,
  afterNextRender,
  inject,
  makeEnvironmentProviders,
  provideEnvironmentInitializer,
  type EnvironmentProviders,
} from '@angular/core';
import { AmplifyIdentityProvider } from './amplify/amplify-identity-provider';
import { apiOriginOf } from './bearer-token/api-origin';
import {
  GUARDED_API,
  type GuardedApi,
  type GuardedOperation,
} from './bearer-token/guarded-operations';
import { IdentityProvider } from './identity/identity-provider';
import { Notices } from '../shared/notices';
import { BrowserStorage } from './browser-storage';
import { showCarriedNotice } from './pool-domain/carried-notice';
import { Session } from './session';
import { SESSION_FEATURES, type SessionFeature } from './session-feature';
import { STORAGE_PREFIX } from './storage-prefix';

export interface SessionOptions {
  /** The operations of the API, by name. */
  readonly operations: Readonly<Record<string, GuardedOperation>>;
  /** Where the API is, as in `https://api.example.com`; without it, where the app is. */
  readonly apiOrigin?: string;
  /** Tells what this app keeps in the browser from what others of the same origin keep; ends in a dot. */
  readonly storagePrefix?: string;
}

/**
 * Signs people in with Amazon Cognito. Add `bearerTokenInterceptor` to `provideHttpClient`.
 * A session that this browser holds is restored after the first paint, or by the first guard.
 * Throws on options that make no sense.
 */
export function provideSession(
  { operations, apiOrigin, storagePrefix = 'session.' }: SessionOptions,
  ...features: SessionFeature[]
): EnvironmentProviders {
  const origin = apiOrigin === undefined ? undefined : apiOriginOf(apiOrigin);
  return makeEnvironmentProviders([
    { provide: IdentityProvider, useClass: AmplifyIdentityProvider },
    { provide: SESSION_FEATURES, useValue: features },
    { provide: STORAGE_PREFIX, useValue: storagePrefix },
    {
      provide: GUARDED_API,
      useFactory: (): GuardedApi => ({
        operations: Object.values(operations),
        // Not that of `baseURI`, which a `<base>` in the page can set to anything.
        origin: origin ?? inject(DOCUMENT).location.origin,
      }),
    },
    provideEnvironmentInitializer(() => {
      const session = inject(Session);
      afterNextRender(() => void session.settled());
      showCarriedNotice(inject(BrowserStorage), inject(Notices));
    }),
  ]);
}
