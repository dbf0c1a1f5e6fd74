import { DestroyRef, inject } from '@angular/core';
import { Router } from '@angular/router';
import { checkGuards } from '../keeper/check-guards';
import { RELOAD, WINDOW } from '../keeper/window';
import type { SessionFeature, StartFeature } from '../session-feature';

/**
 * Follows what happens to the session in other tabs: signing in and out, other groups, another
 * person. Pages that may no longer be seen are left; give their routes `canMatch` guards.
 */
export function withCrossTab(): SessionFeature {
  return { followsOtherTabs: true, start: followOtherTabs };
}

/** Leaves what may no longer be seen, and says why where that matters. */
const followOtherTabs: StartFeature = (keeper) => {
  const router = inject(Router);
  const reload = inject(RELOAD);
  /** Whose data this document may hold. */
  let lastPerson: string | undefined;

  keeper.listen((moment) => {
    if (moment.kind === 'tokens') {
      const { id } = moment.tokens.person;
      // Nothing of one person may be on the screen of another, or be sent in their name.
      if (lastPerson !== undefined && lastPerson !== id) {
        // On a slow network this document goes on for a while.
        keeper.close();
        reload();
      }
      lastPerson = id;
    }
    if (moment.kind !== 'followed') return;
    if (moment.change.kind === 'signed-out' && 'person' in moment.before)
      keeper.tellOfEnd('You were signed out in another tab.');
    void checkGuards(router);
  });
  whenBack(() => void checkGuards(router));
};

/** Calls `listener` when the page comes back from the back-forward cache: whoever left it may have signed out since. */
function whenBack(listener: () => void): void {
  const window = inject(WINDOW);
  const hear = ({ persisted }: PageTransitionEvent): void => {
    // A moment later, when the navigation that had left is over.
    if (persisted) setTimeout(listener);
  };
  window.addEventListener('pageshow', hear);
  inject(DestroyRef).onDestroy(() => {
    window.removeEventListener('pageshow', hear);
  });
}
