import { effect, inject, untracked } from '@angular/core';
import { Router } from '@angular/router';
import { Session, returnAddress } from '../../session';

/**
 * Takes whoever is signed in, here or in another tab, to where they wanted to go. The way in
 * leaves no trace in the history: going back does not lead to it.
 */
export function returnWhenSignedIn(wanted: () => string | undefined): void {
  const session = inject(Session);
  const router = inject(Router);
  effect(() => {
    if (session.state().kind !== 'signed-in') return;
    void router.navigateByUrl(returnAddress(untracked(wanted)), { replaceUrl: true });
  });
}
