import { DestroyRef, inject } from '@angular/core';
import type { Tokens } from '../identity/identity-provider';
import { BackOff } from '../keeper/back-off';
import { wakes } from '../keeper/wakes';
import { WINDOW } from '../keeper/window';
import type { SessionFeature, StartFeature } from '../session-feature';

/** Milliseconds before the end of the tokens, at most; of short-lived ones a fifth of their time. */
const longestLead = 120_000;

/** Milliseconds between two refreshes, whatever a provider says about how long its tokens last. */
const shortestDelay = 5_000;

/**
 * How many milliseconds before their end tokens are refreshed that are valid for another `remaining`:
 * somewhere in the first half of the lead, so that of all tabs most likely one is first and the others
 * adopt what it has brought.
 */
function leadOf(remaining: number, random: number): number {
  return Math.min(longestLead, remaining / 5) * (1 - random / 2);
}

/** Refreshes tokens shortly before they expire, so that no request has to wait for it. */
export function withRefreshAhead(): SessionFeature {
  return { start: refreshAhead };
}

/** A hidden tab refreshes nothing: it is due as soon as somebody looks at it. */
const refreshAhead: StartFeature = (keeper) => {
  const window = inject(WINDOW);
  const backOff = new BackOff();
  let timer: ReturnType<typeof setTimeout> | undefined;
  let known = { access: '', lead: 0 };

  const arm = (delay: number): void => {
    clearTimeout(timer);
    timer = setTimeout(
      () => {
        if (!window.document.hidden) void keeper.refreshAhead();
      },
      Math.max(shortestDelay, delay),
    );
  };
  const armFor = ({ access, remaining }: Tokens): void => {
    if (access !== known.access) {
      backOff.reset();
      known = { access, lead: leadOf(remaining, Math.random()) };
    }
    arm(remaining - known.lead);
  };

  keeper.listen((moment) => {
    if (moment.kind === 'tokens') armFor(moment.tokens);
    if (moment.kind === 'postponed') arm(backOff.next());
    if (moment.kind === 'ended') clearTimeout(timer);
  });
  // Timers stand still while a device sleeps: how much time is left has to be read again.
  wakes(window, () => {
    if (keeper.isSignedIn) void keeper.retry();
  });
  inject(DestroyRef).onDestroy(() => {
    clearTimeout(timer);
  });
};
