import { availableFactors } from '../sign-in/available-factors.ts';
import type { Input } from '../request/input.ts';
import { mfaSettings } from '../sign-in/second-factor.ts';
import type { Services } from '../services.ts';
import { signedInUser } from '../tokens/signed-in-user.ts';

/** https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_GetUserAuthFactors.html */
export async function getUserAuthFactors(services: Services, input: Input): Promise<object> {
  const user = await signedInUser(services, input);
  const factors = availableFactors(services, services.directory.pool(user.poolId), user);
  return {
    Username: user.sub,
    ...mfaSettings(services, user),
    // How a password travels is not a factor of its own.
    ConfiguredUserAuthFactors: factors.filter((factor) => factor !== 'PASSWORD_SRP'),
  };
}
