import { invalidParameter } from '../cognito-error.ts';
import type { Input } from '../request/input.ts';
import type { Services } from '../services.ts';
import type { User } from '../users/user-store.ts';

const notEmulated = ['SMSMfaSettings', 'EmailMfaSettings', 'WebAuthnMfaSettings'] as const;

/** Turns second factors on and off, as SetUserMFAPreference and AdminSetUserMFAPreference ask. Throws InvalidParameterException. */
export function setMfaPreference(
  { softwareTokens }: Pick<Services, 'softwareTokens'>,
  user: User,
  input: Input,
): void {
  for (const member of notEmulated) {
    const settings = input.structure(member);
    settings?.optionalBoolean('PreferredMfa');
    if (settings?.optionalBoolean('Enabled')) {
      throw invalidParameter(`${member} is not emulated by the Presspass stand-in`);
    }
  }
  const settings = input.structure('SoftwareTokenMfaSettings');
  if (!settings) return;
  const isEnabled = settings.optionalBoolean('Enabled') ?? false;
  const isPreferred = settings.optionalBoolean('PreferredMfa') ?? false;
  if (isPreferred && !isEnabled) {
    // AWS refuses this; its wording is not known.
    throw invalidParameter('Cannot set a preferred MFA factor that is not enabled');
  }
  if (isEnabled && !softwareTokens.find(user)) {
    throw invalidParameter('User has not verified software token mfa');
  }
  softwareTokens.prefer(user, { isEnabled, isPreferred });
}
