import type { PoolSettings } from './pool-settings.ts';

/** What Get- and SetUserPoolMfaConfig answer. */
export function describeMfaConfig({ mfa, passkeys }: PoolSettings): object {
  return {
    ...(mfa === 'OFF' ? {} : { SoftwareTokenMfaConfiguration: { Enabled: true } }),
    MfaConfiguration: mfa,
    ...(passkeys
      ? {
          WebAuthnConfiguration: {
            RelyingPartyId: passkeys.relyingPartyId,
            UserVerification: passkeys.userVerification,
          },
        }
      : {}),
  };
}
