import { DOCUMENT, InjectionToken, inject } from '@angular/core';

/** The window of the document; a session is kept in browsers only. */
export const WINDOW = new InjectionToken<Window>('window', {
  factory: () => {
    const window = inject(DOCUMENT).defaultView;
    if (!window) throw new Error('A session is kept in a browser.');
    return window;
  },
});

/** Loads the page anew: specs have only one. */
export const RELOAD = new InjectionToken<() => void>('reload', {
  factory: () => {
    const { location } = inject(WINDOW);
    return () => {
      location.reload();
    };
  },
});
