import type { NextStep } from '../../session/ways-in';
import { IdentityProblem } from '../../session/ways-in';
import { type Luggage, wayAddress } from './way-address';

const notOpen = {
  code: 'This account does not open with an e-mailed code. Sign in with its password.',
  passkey:
    'No passkey opens this account yet. Sign in another way, then add one on your account page.',
} as const;

/**
 * The address where a step goes on that the ways without a password have no form for. Throws an
 * IdentityProblem where this way ends. Whoever needs a second factor begins with the password:
 * https://docs.aws.amazon.com/cognito/latest/developerguide/amazon-cognito-user-pools-authentication-flow-methods.html
 */
export function beyondThisWay(
  { kind }: NextStep,
  way: keyof typeof notOpen,
  luggage: Luggage,
): string {
  if (kind === 'unconfirmed') return wayAddress('/confirm', luggage);
  if (kind === 'reset-required') return wayAddress('/sign-in', luggage, { step: 'reset' });
  throw new IdentityProblem('refused', notOpen[way]);
}
