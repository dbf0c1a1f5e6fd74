import { invalidParameter } from '../cognito-error.ts';
import { addressToProve } from '../users/change-of-address.ts';
import { sendCode } from '../users/code-mail.ts';
import type { Input } from '../request/input.ts';
import type { Services } from '../services.ts';
import { asSignedIn } from '../tokens/signed-in-user.ts';

/**
 * Mails a code for the address that waits for one, or for the present one.
 * https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_GetUserAttributeVerificationCode.html
 */
export async function getUserAttributeVerificationCode(
  services: Pick<
    Services,
    'transaction' | 'tokens' | 'users' | 'sessions' | 'codes' | 'mailbox' | 'quotas'
  >,
  input: Input,
): Promise<object> {
  const name = input.string('AttributeName', { min: 1, max: 32 });
  input.strings('ClientMetadata');
  return asSignedIn(services, input, (user) => {
    if (name !== 'email') {
      throw invalidParameter('Only email can be verified by the Presspass stand-in.');
    }
    services.quotas.spend('VerifyEmail', user.sub);
    const holder = { id: user.sub, address: addressToProve(user) };
    return { CodeDeliveryDetails: sendCode(services, holder, 'verify-email') };
  });
}
