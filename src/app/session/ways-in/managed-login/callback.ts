import { DOCUMENT, Service, inject } from '@angular/core';
import { type CanMatchFn, RedirectCommand, Router } from '@angular/router';
import { signInAddress } from '../../return-address';
import { ManagedLogin } from './managed-login';

/** The address that the domain has sent the browser back to, while somebody is at finishing it. */
@Service()
export class ManagedLoginCallback {
  /** With the code and the state, which stand nowhere else by now. */
  readonly address: { current: URL | null } = { current: null };
}

/**
 * Matches the way back from the user pool's domain: `/sign-in?code=…&state=…`, or `?error=…`. The first thing that
 * happens, whatever comes of it, is that both leave the address bar and the history.
 */
export const comesFromManagedLogin: CanMatchFn = () => {
  const { address } = inject(ManagedLoginCallback);
  const router = inject(Router);
  const { location, defaultView } = inject(DOCUMENT);
  const wanted = router.currentNavigation()?.extractedUrl;
  if (!wanted?.queryParamMap.has('code') && !wanted?.queryParamMap.has('error')) {
    return address.current !== null;
  }
  address.current = new URL(router.serializeUrl(wanted), location.origin);
  const plain = signInAddress(router, inject(ManagedLogin).returnAddress());
  // The router would leave them there until all that this page needs has been loaded.
  defaultView?.history.replaceState(null, '', router.serializeUrl(plain));
  return new RedirectCommand(plain, { replaceUrl: true });
};
