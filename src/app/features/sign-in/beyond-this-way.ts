import type { Params, Router, UrlTree } from '@angular/router';
import { IdentityProblem, type NextStep } from '../../session/ways-in';

const notOpen = {
  code: 'This account does not open with an e-mailed code. Sign in with its password.',
  passkey:
    'No passkey opens this account yet. Sign in another way, then add one on your account page.',
} as const;

/**
 * Where a step goes on that the ways without a password have no form for; `queryParams` go along. Throws an
 * IdentityProblem where this way ends. Whoever needs a second factor begins with the password:
 * https://docs.aws.amazon.com/cognito/latest/developerguide/amazon-cognito-user-pools-authentication-flow-methods.html
 */
export function beyondThisWay(
  { kind }: NextStep,
  way: keyof typeof notOpen,
  router: Router,
  queryParams: Params,
): UrlTree {
  if (kind === 'unconfirmed') return router.createUrlTree(['/confirm'], { queryParams });
  if (kind === 'reset-required') {
    return router.createUrlTree(['/sign-in'], { queryParams: { ...queryParams, step: 'reset' } });
  }
  throw new IdentityProblem('refused', notOpen[way]);
}
