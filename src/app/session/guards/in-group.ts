import { inject } from '@angular/core';
import { Router, type UrlTree } from '@angular/router';
import { signInAddress } from '../return-address';
import { Session } from '../session';
import { wantedUrl } from './wanted-url';

/** Lets members of a group through. Asks anonymous people to sign in; tells others politely at `/editors-only`. */
export function inGroup(name: string): () => Promise<true | UrlTree> {
  return async () => {
    const router = inject(Router);
    const session = inject(Session);
    const url = wantedUrl(router);
    const { kind } = await session.settled();
    if (kind === 'anonymous') return signInAddress(router, url);
    return session.isInGroup(name) ? true : router.createUrlTree(['/editors-only']);
  };
}
