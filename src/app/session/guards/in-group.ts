import { inject } from '@angular/core';
import { Router, type UrlTree } from '@angular/router';
import { signInAddress } from '../return-address';
import { Session } from '../session';
import { wantedUrl } from './wanted-url';

/** Lets members of a group through. Asks anonymous people to sign in; leads others to the page `elsewhere`. */
export function inGroup(name: string, elsewhere: string): () => Promise<true | UrlTree> {
  return async () => {
    const router = inject(Router);
    const session = inject(Session);
    const url = wantedUrl(router);
    const { kind } = await session.settled();
    if (kind === 'anonymous') return signInAddress(router, url);
    return session.isInGroup(name) ? true : router.createUrlTree([elsewhere]);
  };
}
