import { cognitoError } from '../cognito-error.ts';
import type { PoolSettings } from '../directory/pool-settings.ts';

/** For whom passkeys are made, and whether a finger, a face or a PIN is wanted. */
export interface RelyingParty {
  /** A domain: passkeys work on it and below it. */
  readonly id: string;
  readonly userVerification: 'required' | 'preferred';
}

/** Whether people of a pool may sign in by passkeys, as it is set up. */
export function findRelyingParty(pool: PoolSettings): RelyingParty | undefined {
  const { firstFactors, passkeys } = pool;
  if (!firstFactors.includes('WEB_AUTHN') || passkeys?.relyingPartyId === undefined)
    return undefined;
  return { id: passkeys.relyingPartyId, userVerification: passkeys.userVerification };
}

/** Throws WebAuthnNotEnabledException, or WebAuthnConfigurationMissingException. AWS does not publish their words. */
export function relyingPartyOf(pool: PoolSettings): RelyingParty {
  const relyingParty = findRelyingParty(pool);
  if (relyingParty) return relyingParty;
  if (!pool.firstFactors.includes('WEB_AUTHN')) {
    throw cognitoError(
      'WebAuthnNotEnabledException',
      'WebAuthn is not enabled for this user pool.',
    ).because(`the sign-in policy of ${pool.name} does not have WEB_AUTHN`);
  }
  throw cognitoError(
    'WebAuthnConfigurationMissingException',
    'The user pool has no relying party id.',
  ).because('SetUserPoolMfaConfig sets one: WebAuthnConfiguration.RelyingPartyId');
}

/**
 * Whether a page of this origin may use the relying party's passkeys: by HTTPS the domain itself and what is below it (WebAuthn, 5.1.3,
 * step 8); without TLS only this machine, on whatever port, since browsers trust `http://localhost` and apps in development run
 * where there is a port.
 */
export function isOriginOf({ id }: RelyingParty, origin: string): boolean {
  if (id === 'localhost' && /^http:\/\/localhost(:\d{1,5})?$/.test(origin)) return true;
  if (!URL.canParse(origin)) return false;
  const url = new URL(origin);
  const isBelow = url.hostname === id || url.hostname.endsWith(`.${id}`);
  return url.protocol === 'https:' && url.origin === origin && isBelow;
}
