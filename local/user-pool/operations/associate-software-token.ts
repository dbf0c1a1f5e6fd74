import { provenBy } from '../sign-in/challenges.ts';
import type { Input } from '../request/input.ts';
import type { Services } from '../services.ts';
import { asSoftwareTokenOwner } from '../sign-in/software-token-owner.ts';

/** https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_AssociateSoftwareToken.html */
export async function associateSoftwareToken(services: Services, input: Input): Promise<object> {
  return asSoftwareTokenOwner(services, input, (owner) => {
    const SecretCode = services.softwareTokens.associate(owner.user);
    if (owner.kind === 'signed-in') return { SecretCode };
    const { client, user } = owner;
    const state = { kind: 'MFA_SETUP', ...provenBy(user, client) } as const;
    return { SecretCode, Session: services.challenges.seal(state, client) };
  });
}
