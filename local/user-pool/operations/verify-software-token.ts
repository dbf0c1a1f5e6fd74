import { provenBy } from '../sign-in/challenges.ts';
import { cognitoError } from '../cognito-error.ts';
import type { Input } from '../request/input.ts';
import type { Services } from '../services.ts';
import { asSoftwareTokenOwner } from '../sign-in/software-token-owner.ts';

/**
 * Takes the first code of an authenticator app. Who is signed in turns the second factor on by SetUserMFAPreference; who must have one to
 * sign in has it on from here.
 * https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_VerifySoftwareToken.html
 */
export async function verifySoftwareToken(services: Services, input: Input): Promise<object> {
  const code = input.string('UserCode', { min: 6, max: 6, pattern: /^[0-9]+$/, secret: true });
  const name = input.optionalString('FriendlyDeviceName');
  return asSoftwareTokenOwner(services, input, (owner) => {
    const { softwareTokens, challenges } = services;
    if (!softwareTokens.isAssociated(owner.user)) {
      throw cognitoError(
        'SoftwareTokenMFANotFoundException',
        'Software Token MFA does not exist for the user.',
      ).because('AssociateSoftwareToken comes first, and each secret is verified once');
    }
    if (!softwareTokens.verify(owner.user, code, name)) {
      throw cognitoError(
        'EnableSoftwareTokenMFAException',
        'Code mismatch and fail enable Software Token MFA',
      ).because('not a code of this minute for the secret of the last AssociateSoftwareToken');
    }
    if (owner.kind === 'signed-in') return { Status: 'SUCCESS' };
    const { client, user } = owner;
    owner.use();
    softwareTokens.prefer(user, { isEnabled: true, isPreferred: true });
    const state = { kind: 'MFA_SET_UP', ...provenBy(user, client) } as const;
    return { Status: 'SUCCESS', Session: challenges.seal(state, client) };
  });
}
