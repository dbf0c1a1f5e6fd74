/**
 * The public face of src/app/session for the newspaper's document, with nobody behind it: what is
 * left of the first load with this in its place is what the session does not weigh.
 */
import type { HttpInterceptorFn } from '@angular/common/http';
import {
  type EnvironmentProviders,
  Service,
  type Signal,
  makeEnvironmentProviders,
  signal,
} from '@angular/core';
import type { Router, UrlTree } from '@angular/router';

interface Person {
  readonly email: string;
}

type SessionState =
  | { readonly kind: 'restoring' }
  | { readonly kind: 'anonymous' }
  | { readonly kind: 'signed-in'; readonly person: Person }
  | {
      readonly kind: 'unavailable';
      readonly person: Person;
      readonly trouble: 'offline' | 'away' | 'busy';
    };

@Service()
export class Session {
  readonly state: Signal<SessionState> = signal({ kind: 'anonymous' });
  readonly person: Signal<Person | null> = signal(null);

  isInGroup(_name: string): boolean {
    return false;
  }

  signOut(): Promise<void> {
    return Promise.resolve();
  }

  retry(): Promise<SessionState> {
    return Promise.resolve(this.state());
  }
}

export const bearerTokenInterceptor: HttpInterceptorFn = (request, next) => next(request);

const everybody = (): boolean => true;
export const signedIn = (): typeof everybody => everybody;
export const inGroup = (..._names: readonly string[]): typeof everybody => everybody;

export const isWayIn = (_address: string): boolean => false;
export const signInAddress = (router: Router, _from: string): UrlTree =>
  router.createUrlTree(['/sign-in']);

export const provideSession = (..._options: readonly unknown[]): EnvironmentProviders =>
  makeEnvironmentProviders([]);
const feature = (..._options: readonly unknown[]): undefined => undefined;
export const withCrossTab = feature;
export const withRefreshAhead = feature;
export const withIdleSignOut = feature;
