import { inject } from '@angular/core';
import { Router, type UrlTree } from '@angular/router';
import { signInAddress } from './return-address';
import { Session } from './session';
import { wantedUrl } from './wanted-url';

/**
 * Lets members of a group through. Asks anonymous people to sign in; tells others politely at
 * `/editors-only?from=<address>`.
 */
export function inGroup(name: string): () => Promise<true | UrlTree> {
  return async () => {
    const router = inject(Router);
    const session = inject(Session);
    const from = wantedUrl(router);
    const { kind } = await session.settled();
    if (kind === 'anonymous') return signInAddress(router, from);
    return session.isInGroup(name)
      ? true
      : router.createUrlTree(['/editors-only'], { queryParams: { from } });
  };
}
