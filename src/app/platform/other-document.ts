import { DOCUMENT, inject } from '@angular/core';
import { type CanActivateFn, Router } from '@angular/router';
import { Notices } from './notices';

/** Milliseconds for which a document that leaves for an address is not asked to leave for it again. */
const leaving = 1_000;

/** Where a document is leaving for, and since when. */
const departures = new WeakMap<Document, { readonly url: string; readonly at: number }>();

/**
 * For addresses that another of the app's documents shows (docs/decisions/0008): leaves for it, in
 * the history as the navigation asked for. Never lets the route activate here.
 */
export const otherDocument: CanActivateFn = (_route, { url }) => {
  const document = inject(DOCUMENT);
  const { location, defaultView } = document;
  inject(Notices).handOver();
  const isReplacing = inject(Router).currentNavigation()?.extras.replaceUrl === true;
  const departure = departures.get(document);
  // A page that leaves by itself may be led away at the same time; Chromium dies of being asked twice.
  if (departure?.url !== url || performance.now() - departure.at > leaving) {
    departures.set(document, { url, at: performance.now() });
    if (isReplacing) location.replace(url);
    else location.assign(url);
  }
  // Pending until this document is left: neither an empty page nor a blank address flashes up.
  return new Promise<boolean>((resolve) => {
    // Unless it comes back from the back-forward cache: then it goes on where it was.
    defaultView?.addEventListener('pageshow', ({ persisted }) => {
      if (persisted) resolve(false);
    });
  });
};
