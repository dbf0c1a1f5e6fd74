import type { Router, UrlTree } from '@angular/router';

/** Longer addresses are none of ours. */
const longest = 2_000;

/** Where nobody wants to return to after signing in: each way in has an address below these. */
const waysIn = /^\/(sign-in|confirm)(?=[/?#]|$)/;

/**
 * The path to return to after signing in, as a path of this site; `/` for anything that leads
 * elsewhere or could be read so: another origin, `//host`, `/\host`, `javascript:`, control
 * characters (browsers drop them: `/\t/host` is `//host`).
 * https://cheatsheetseries.owasp.org/cheatsheets/Unvalidated_Redirects_and_Forwards_Cheat_Sheet.html
 */
export function returnAddress(wanted: unknown): string {
  if (typeof wanted !== 'string' || wanted.length > longest) return '/';
  if (!/^\/(?![/\\])[^\\\p{Cc}]*$/u.test(wanted)) return '/';
  // Dot segments can leave two slashes behind: `/.//host` becomes `//host`.
  const url = new URL(wanted, 'https://this.invalid');
  if (url.host !== 'this.invalid' || url.pathname.startsWith('//')) return '/';
  return isWayIn(url.pathname) ? '/' : url.pathname + url.search + url.hash;
}

/** Whether an address, with or without its query, is one of the sign-in pages. */
export function isWayIn(address: string): boolean {
  return waysIn.test(address);
}

/** The sign-in page, which comes back to `from`. */
export function signInAddress(router: Router, from: string): UrlTree {
  const address = returnAddress(from);
  return router.createUrlTree(['/sign-in'], {
    queryParams: address === '/' ? {} : { return: address },
  });
}
