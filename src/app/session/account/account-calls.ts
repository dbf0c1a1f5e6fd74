/**
 * Everything of `aws-amplify` that the account page calls. Amplify has to be configured before.
 */
import * as auth from 'aws-amplify/auth';
import type { Beginning, Factors, Passkey, Profile } from './account';
import { askCognito } from './cognito-call';

export async function profile(): Promise<Profile> {
  const found = await auth.fetchUserAttributes();
  const attributes = Object.fromEntries(
    Object.entries(found).filter((entry): entry is [string, string] => entry[1] !== undefined),
  );
  const { name = '', email = '', email_verified: verified } = attributes;
  return { name, email, isEmailVerified: verified === 'true', attributes };
}

export async function rename(name: string): Promise<void> {
  if (name) await auth.updateUserAttributes({ userAttributes: { name } });
  else await auth.deleteUserAttributes({ userAttributeKeys: ['name'] });
}

export async function changeEmail(email: string): Promise<'changed' | 'code-sent'> {
  const { email: answer } = await auth.updateUserAttributes({ userAttributes: { email } });
  return answer.nextStep.updateAttributeStep === 'DONE' ? 'changed' : 'code-sent';
}

export async function resendEmailCode(): Promise<void> {
  await auth.sendUserAttributeVerificationCode({ userAttributeKey: 'email' });
}

export async function confirmEmail(confirmationCode: string): Promise<void> {
  await auth.confirmUserAttribute({ userAttributeKey: 'email', confirmationCode });
}

interface AuthFactors {
  readonly ConfiguredUserAuthFactors?: readonly string[];
  readonly UserMFASettingList?: readonly string[];
}

/** https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_GetUserAuthFactors.html */
export async function factors(): Promise<Factors> {
  const answer = await askCognito<AuthFactors>('GetUserAuthFactors');
  const configured = answer.ConfiguredUserAuthFactors;
  return {
    // A pool that lists no factors knows nothing but passwords.
    hasPassword: configured?.includes('PASSWORD') ?? true,
    isTotpOn: answer.UserMFASettingList?.includes('SOFTWARE_TOKEN_MFA') ?? false,
  };
}

export async function changePassword(current: string | null, next: string): Promise<void> {
  if (current !== null) await auth.updatePassword({ oldPassword: current, newPassword: next });
  // Amplify insists on an old password; Cognito lets those who have none leave it out.
  else await askCognito('ChangePassword', { ProposedPassword: next });
}

export async function beginTotp(): Promise<string> {
  return (await auth.setUpTOTP()).sharedSecret;
}

export async function verifyTotp(code: string): Promise<void> {
  await auth.verifyTOTPSetup({ code });
}

export async function preferTotp(): Promise<void> {
  await auth.updateMFAPreference({ totp: 'PREFERRED' });
}

export async function turnTotpOff(): Promise<void> {
  await auth.updateMFAPreference({ totp: 'DISABLED' });
}

/** Follows the pages: Cognito gives at most 20 at once, and may give fewer. */
export async function passkeys(): Promise<readonly Passkey[]> {
  const found: auth.AuthWebAuthnCredential[] = [];
  let nextToken: string | undefined;
  do {
    const page = await auth.listWebAuthnCredentials(nextToken ? { nextToken } : undefined);
    found.push(...page.credentials);
    nextToken = page.nextToken;
  } while (nextToken);
  return found.map(toPasskey);
}

export { associateWebAuthnCredential as addPasskey } from 'aws-amplify/auth';

export async function removePasskey(credentialId: string): Promise<void> {
  await auth.deleteWebAuthnCredential({ credentialId });
}

export async function beginning(): Promise<Omit<Beginning, 'lifetime'>> {
  const { tokens } = await auth.fetchAuthSession();
  const { auth_time: seconds, iat } = tokens?.idToken?.payload ?? {};
  const since = typeof seconds === 'number' ? seconds : (iat ?? 0);
  const { signInDetails } = await auth.getCurrentUser();
  return { since: new Date(since * 1_000), way: wayOf(signInDetails?.authFlowType) };
}

export async function endAllSessions(): Promise<void> {
  // Amplify's own global sign-out keeps a failure to itself.
  await askCognito('GlobalSignOut');
}

/** Amplify's own would leave for the pool's domain afterwards, where there is one. */
export async function deleteAccount(): Promise<void> {
  await askCognito('DeleteUser');
}

function toPasskey(credential: auth.AuthWebAuthnCredential): Passkey {
  const { credentialId = '', friendlyCredentialName, createdAt } = credential;
  const kinds = { platform: 'here', 'cross-platform': 'apart' } as const;
  const { authenticatorAttachment: attachment } = credential;
  return {
    id: credentialId,
    name: friendlyCredentialName ?? 'Passkey',
    createdAt: createdAt ?? null,
    kind:
      attachment === 'platform' || attachment === 'cross-platform' ? kinds[attachment] : 'unknown',
  };
}

function wayOf(flow: string | undefined): Beginning['way'] {
  if (flow === 'USER_AUTH') return 'passwordless';
  return flow === 'USER_SRP_AUTH' || flow === 'USER_PASSWORD_AUTH' ? 'password' : 'domain';
}
