import { effect, inject, untracked } from '@angular/core';
import { Router } from '@angular/router';
import { Session, returnAddress } from '../../session';
import { IdentityProvider } from '../../session/ways-in';

/**
 * Takes whoever is signed in, here or in another tab, to where they wanted to go. The way in
 * leaves no trace in the history: going back does not lead to it.
 */
export function returnWhenSignedIn(wanted: () => string | undefined): void {
  const session = inject(Session);
  const router = inject(Router);
  // Else nobody hears of a sign-in on this page. What fails now is said by the way in that fails for it.
  inject(IdentityProvider)
    .prepare()
    .catch(() => undefined);
  effect(() => {
    if (session.state().kind !== 'signed-in') return;
    void router.navigateByUrl(returnAddress(untracked(wanted)), { replaceUrl: true });
  });
}
