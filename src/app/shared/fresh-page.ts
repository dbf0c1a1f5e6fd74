import { DOCUMENT, Service, inject } from '@angular/core';

/** Milliseconds that the server may take to show that it is there. */
const patience = 5_000;

/**
 * Milliseconds within which a page that has been loaded anew is not loaded anew once more: whoever reads it, where
 * a script stays away for good, is not to be disturbed every time that the session tries again.
 */
const interval = 600_000;

/**
 * Loads the page anew where a script could not be loaded. Nothing else helps: browsers remember a failed
 * `import()` until the page is left (https://github.com/whatwg/html/issues/6768), and after a
 * deployment the scripts that an older page asks for may be gone.
 */
@Service()
export class FreshPage {
  private readonly window = inject(DOCUMENT).defaultView;

  /** Loads `url`, a path of this app, unless nobody wants it any more. Resolves to `false` without the server: the browser would show its own page of errors. */
  async open(url: string, isStillWanted: () => boolean): Promise<boolean> {
    const { window } = this;
    if (!window || !(await isServerThere()) || !isStillWanted()) return false;
    // Behind the origin: by itself, an address with two slashes in front leads to another site.
    window.location.assign(window.location.origin + url);
    return true;
  }

  /**
   * Loads what is shown, or was to be shown at `url`. Resolves to `false` where that would be in vain: without
   * the server, and where the page has just been loaded anew.
   */
  async reload(url?: string, isStillWanted = (): boolean => true): Promise<boolean> {
    const { window } = this;
    const isThere = await isServerThere();
    if (!window || !isStillWanted()) return false;
    const isWorthIt = isThere && !this.isJustReloaded(window);
    // By now the router has taken the address of what it could not show out of the address bar.
    if (url !== undefined) window.history.replaceState(null, '', window.location.origin + url);
    if (isWorthIt) window.location.reload();
    return isWorthIt;
  }

  private isJustReloaded({ performance }: Window): boolean {
    const [navigation] = performance.getEntriesByType('navigation');
    const isReload = (navigation as PerformanceNavigationTiming | undefined)?.type === 'reload';
    return isReload && performance.now() < interval;
  }
}

async function isServerThere(): Promise<boolean> {
  try {
    const signal = AbortSignal.timeout(patience);
    return (await fetch('/index.html', { method: 'HEAD', cache: 'no-store', signal })).ok;
  } catch {
    // Offline, away or slow: all the same.
    return false;
  }
}
