/**
 * What an authenticator app reads from the QR code.
 * https://github.com/google/google-authenticator/wiki/Key-Uri-Format
 */
export function authenticatorAddress(issuer: string, email: string, secret: string): string {
  const label = `${encodeURIComponent(issuer)}:${encodeURIComponent(email)}`;
  return `otpauth://totp/${label}?secret=${secret}&issuer=${encodeURIComponent(issuer)}`;
}

/** A secret in groups of four, as one types it. */
export function inGroups(secret: string): string {
  return (secret.match(/.{1,4}/g) ?? []).join(' ');
}
