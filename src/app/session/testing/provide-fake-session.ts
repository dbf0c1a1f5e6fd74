import {
  type EnvironmentProviders,
  PendingTasks,
  type Provider,
  inject,
  provideEnvironmentInitializer,
} from '@angular/core';
import { IdentityProvider } from '../identity/identity-provider';
import type { Person } from '../identity/person';
import { Session } from '../session';
import { SESSION_FEATURES, type SessionFeature } from '../session-feature';
import { FakeIdentityProvider } from './fake-identity-provider';

/**
 * A session for specs: nobody is signed in, or `person` is, as soon as the fixture is stable. The real
 * `Session` runs on it; inject `FakeIdentityProvider`, or bring your own, to say what the provider does next.
 */
export function provideFakeSession({
  person = null,
  provider = new FakeIdentityProvider(),
  features = [],
}: {
  person?: Person | null;
  provider?: FakeIdentityProvider;
  features?: readonly SessionFeature[];
} = {}): (Provider | EnvironmentProviders)[] {
  if (person) provider.signedIn(person);
  return [
    { provide: FakeIdentityProvider, useValue: provider },
    { provide: IdentityProvider, useExisting: FakeIdentityProvider },
    { provide: SESSION_FEATURES, useValue: features },
    person ? provideEnvironmentInitializer(restore) : [],
  ];
}

/** In the app it is the first paint that restores a session, or a guard; a spec may have neither. */
function restore(): void {
  const session = inject(Session);
  inject(PendingTasks).run(() => session.settled());
}
