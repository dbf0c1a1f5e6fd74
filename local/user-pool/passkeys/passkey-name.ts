/** What makes passkeys, by its AAGUID, as their makers publish them: https://github.com/passkeydeveloper/passkey-authenticator-aaguids */
const makers: Readonly<Record<string, string>> = {
  '08987058-cadc-4b81-b6e1-30de50dcbe96': 'Windows Hello',
  '531126d6-e717-415c-9320-3d9aa6981239': 'Dashlane',
  '9ddd1817-af5a-4672-a2b9-3e3dd95000a9': 'Windows Hello',
  'adce0002-35bc-c60a-648b-0b25f1f05503': 'Chrome on Mac',
  'bada5566-a7aa-401f-bd96-45619a55120d': '1Password',
  'd548826e-79b4-db40-a3d8-11116f7e8349': 'Bitwarden',
  'ea9b8d66-4d01-1d21-3ce4-b6b48cb575d4': 'Google Password Manager',
  'fbfc3007-154e-4ecc-8c0b-6e020557d7bd': 'Apple Passwords',
};

/** FriendlyCredentialName, "automatically generated". How Cognito finds it is not published. */
export function passkeyName(aaguid: string, attachment: string | undefined): string {
  return makers[aaguid] ?? (attachment === 'cross-platform' ? 'Security key' : 'Passkey');
}
