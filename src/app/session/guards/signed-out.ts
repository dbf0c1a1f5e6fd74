import { inject } from '@angular/core';
import { Router, type UrlTree } from '@angular/router';
import { returnAddress } from '../return-address';
import { Session } from '../session';
import { wantedUrl } from './wanted-url';

/** For the ways in: sends people who are signed in already to where they wanted to go. */
export function signedOut(): () => Promise<true | UrlTree> {
  return async () => {
    const router = inject(Router);
    const { queryParamMap } = router.parseUrl(wantedUrl(router));
    const { kind } = await inject(Session).settled();
    return kind === 'anonymous'
      ? true
      : router.parseUrl(returnAddress(queryParamMap.get('return')));
  };
}
