import { inject } from '@angular/core';
import { Router, type UrlTree } from '@angular/router';
import { signInAddress } from '../return-address';
import { Session } from '../session';
import { wantedUrl } from './wanted-url';

/**
 * Lets signed-in people through; asks others to sign in and comes back. For `canMatch`, so that
 * nobody downloads what they may not see, and for `canActivate`.
 */
export function signedIn(): () => Promise<true | UrlTree> {
  return async () => {
    const router = inject(Router);
    const url = wantedUrl(router);
    const { kind } = await inject(Session).settled();
    return kind === 'anonymous' ? signInAddress(router, url) : true;
  };
}
