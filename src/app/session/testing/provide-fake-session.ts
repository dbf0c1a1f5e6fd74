import type { Provider } from '@angular/core';
import { IdentityProvider } from '../identity/identity-provider';
import type { Person } from '../identity/person';
import { SessionKeeper } from '../keeper/session-keeper';
import { LOAD_KEEPER } from '../keeper/load-keeper';
import { SESSION_FEATURES, type SessionFeature } from '../session-feature';
import { FakeIdentityProvider } from './fake-identity-provider';

/**
 * A session for specs: nobody is signed in, or `person` is. The real `Session` runs on it; inject
 * `FakeIdentityProvider`, or bring your own, to say what the provider does next.
 */
export function provideFakeSession({
  person = null,
  provider = new FakeIdentityProvider(),
  features = [],
}: {
  person?: Person | null;
  provider?: FakeIdentityProvider;
  features?: readonly SessionFeature[];
} = {}): Provider[] {
  if (person) provider.signedIn(person);
  return [
    { provide: FakeIdentityProvider, useValue: provider },
    { provide: IdentityProvider, useExisting: FakeIdentityProvider },
    { provide: SESSION_FEATURES, useValue: features },
    // Specs need not wait for another file.
    { provide: LOAD_KEEPER, useValue: () => Promise.resolve(SessionKeeper) },
  ];
}
