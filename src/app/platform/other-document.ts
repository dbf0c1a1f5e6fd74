import { DOCUMENT, inject } from '@angular/core';
import { type CanActivateFn, Router } from '@angular/router';
import { Notices } from './notices';

/**
 * For addresses that another of the app's documents shows (docs/decisions/0008): leaves for it, in
 * the history as the navigation asked for. Never lets the route activate here.
 */
export const otherDocument: CanActivateFn = (_route, { url }) => {
  const { location, defaultView } = inject(DOCUMENT);
  inject(Notices).handOver();
  const isReplacing = inject(Router).currentNavigation()?.extras.replaceUrl === true;
  if (isReplacing) location.replace(url);
  else location.assign(url);
  // Pending until this document is left: neither an empty page nor a blank address flashes up.
  return new Promise<boolean>((resolve) => {
    // Unless it comes back from the back-forward cache: then it goes on where it was.
    defaultView?.addEventListener('pageshow', ({ persisted }) => {
      if (persisted) resolve(false);
    });
  });
};
