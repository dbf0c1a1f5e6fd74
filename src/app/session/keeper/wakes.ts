import { DestroyRef, inject } from '@angular/core';

/**
 * Calls `listener` when a page may have slept, or may go on now: it is looked at again, comes back
 * from the back-forward cache, the network is back. In an injection context.
 */
export function wakes(window: Window, listener: (event: Event) => void): void {
  const { document } = window;
  const listenIfVisible = (event: Event): void => {
    if (!document.hidden) listener(event);
  };
  const targets: [EventTarget, string][] = [
    [document, 'visibilitychange'],
    [window, 'pageshow'],
    [window, 'online'],
  ];
  for (const [target, type] of targets) target.addEventListener(type, listenIfVisible);
  inject(DestroyRef).onDestroy(() => {
    for (const [target, type] of targets) target.removeEventListener(type, listenIfVisible);
  });
}
