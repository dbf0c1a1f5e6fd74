import { PasskeyUserVerification } from 'aws-cdk-lib/aws-cognito';
import type { UserPoolProps } from 'aws-cdk-lib/aws-cognito';
import { firstFactors, passkeyUserVerification } from '../../contract/identities.ts';
import type { DeploymentSettings } from '../settings.ts';

type WaysIn = Pick<
  UserPoolProps,
  'signInPolicy' | 'passkeyRelyingPartyId' | 'passkeyUserVerification'
>;

/**
 * How people may begin to sign in. Passkeys belong to the app's name, so they have to wait until it is known; at the pool's own
 * domain, which is another name, nobody can use them. Who has an authenticator app is asked for a password; the pool as a whole may have
 * both, unless it forces a second factor on everybody:
 * https://docs.aws.amazon.com/cognito/latest/developerguide/user-pool-settings-mfa.html#user-pool-settings-mfa-prerequisites
 */
export function waysIn({ appOrigin }: DeploymentSettings): WaysIn {
  const allows = (factor: (typeof firstFactors)[number]): boolean => firstFactors.includes(factor);
  const emailOtp = allows('EMAIL_OTP');
  const password = allows('PASSWORD');
  if (appOrigin === undefined || !allows('WEB_AUTHN')) {
    return { signInPolicy: { allowedFirstAuthFactors: { password, emailOtp } } };
  }
  return {
    signInPolicy: { allowedFirstAuthFactors: { password, emailOtp, passkey: true } },
    passkeyRelyingPartyId: new URL(appOrigin).hostname,
    passkeyUserVerification: verifications[passkeyUserVerification],
  };
}

const verifications = {
  preferred: PasskeyUserVerification.PREFERRED,
  required: PasskeyUserVerification.REQUIRED,
};
