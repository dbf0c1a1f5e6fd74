import {
  DOCUMENT,
  DestroyRef,
  type EnvironmentProviders,
  inject,
  provideEnvironmentInitializer,
} from '@angular/core';
import { Router } from '@angular/router';

/**
 * Lets the router follow plain `<a href="/…">` links, so that links work before Angular arrives and
 * the first load does without `RouterLink` (4 KB; docs/decisions/0007). Clicks that ask the browser
 * for something else stay the browser's: a new tab, a download, another site, a place on this page.
 */
export function provideInternalLinks(): EnvironmentProviders {
  return provideEnvironmentInitializer(() => {
    const document = inject(DOCUMENT);
    const router = inject(Router);
    const follow = (event: MouseEvent) => {
      const path = internalPath(event, document);
      if (path === null) return;
      event.preventDefault();
      void router.navigateByUrl(path);
    };
    document.addEventListener('click', follow);
    inject(DestroyRef).onDestroy(() => {
      document.removeEventListener('click', follow);
    });
  });
}

/** The path that a click asks the app to open; `null` where the click is not the app's. */
function internalPath(event: MouseEvent, { location }: Document): string | null {
  if (event.defaultPrevented || event.button !== 0) return null;
  if (event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return null;
  const link = event.target instanceof Element ? event.target.closest('a') : null;
  if (!link?.href || link.target || link.hasAttribute('download')) return null;
  const { origin, pathname, search, hash } = new URL(link.href);
  const isPlaceOnThisPage = hash && pathname === location.pathname && search === location.search;
  return origin === location.origin && !isPlaceOnThisPage ? `${pathname}${search}${hash}` : null;
}
