import {
  IdentityProblem,
  type IdentityProblemKind,
  toIdentityProblem,
} from '../identity/identity-problem';

/** Whether Cognito refuses the access token itself, not what was asked with it. */
export function isStaleToken(error: unknown): boolean {
  const { name, message } = error as Error;
  if (name === 'UserUnAuthenticatedException') return true;
  return name === 'NotAuthorizedException' && /access token/i.test(message);
}

/** What a failure on one's own account means, where that is not what it means at signing in. */
export function toAccountProblem(error: unknown): IdentityProblem {
  const { name, message } = error as Error;
  const entry = catalogue.find((one) => one.name.test(name) && (one.message ?? /^/).test(message));
  if (!entry) return toIdentityProblem(error);
  return new IdentityProblem(entry.kind, entry.words, { cause: error });
}

interface Entry {
  readonly name: RegExp;
  readonly message?: RegExp;
  readonly kind: IdentityProblemKind;
  readonly words: string;
}

const notYourPassword = 'That is not your present password. Check it, then try again.';

/** The first entry that fits counts. Passkey errors are Amplify's: `passkeyError.ts` of `@aws-amplify/auth`. */
const catalogue: readonly Entry[] = [
  {
    name: /^UserUnAuthenticatedException$/,
    kind: 'expired',
    words: 'Your session has ended. Sign in again to go on.',
  },
  {
    name: /^NotAuthorizedException$/,
    message: /access token/i,
    kind: 'expired',
    words: 'Your session has ended. Sign in again to go on.',
  },
  {
    name: /^UserNotFoundException$/,
    kind: 'expired',
    words: 'This account is no longer there.',
  },
  {
    name: /^NotAuthorizedException$/,
    message: /incorrect username or password/i,
    kind: 'wrong-password',
    words: notYourPassword,
  },
  {
    // One that is shorter than any password can be is not looked up.
    name: /^InvalidParameterException$/,
    message: /'previousPassword'/i,
    kind: 'wrong-password',
    words: notYourPassword,
  },
  {
    name: /^(AliasExists|UsernameExists)Exception$/,
    kind: 'account-exists',
    words: 'Another account has this address already. Choose another one.',
  },
  {
    name: /^(EnableSoftwareTokenMFA|CodeMismatch)Exception$/,
    message: /software token|received for user/i,
    kind: 'wrong-code',
    words:
      'That is not the code of this moment. Wait for the next one. If it is refused too, set the clock of your phone to automatic.',
  },
  {
    name: /^SoftwareTokenMFANotFoundException$/,
    kind: 'expired-code',
    words: 'This QR code no longer counts. Start the set-up again to get another one.',
  },
  {
    name: /^InvalidParameterException$/,
    message: /usercode/i,
    kind: 'wrong-code',
    words: 'The code has six digits. Check it, then try again.',
  },
  {
    name: /^PasskeyRegistrationCanceled$/,
    kind: 'refused',
    words: 'No passkey was added: the browser’s window was closed, or it waited too long.',
  },
  {
    name: /^PasskeyOperationAborted$/,
    kind: 'refused',
    words: 'No passkey was added, because something else began. Try again.',
  },
  {
    name: /^PasskeyAlreadyExists$/,
    kind: 'refused',
    words: 'This device has a passkey for your account already. You can use that one.',
  },
  {
    name: /^(PasskeyNotSupported|PasskeyRegistrationFailed)$/,
    kind: 'refused',
    words: 'This browser could not make a passkey. Try another browser or another device.',
  },
  {
    name: /^(RelyingPartyMismatch|WebAuthn(RelyingPartyMismatch|OriginNotAllowed)Exception)$/,
    kind: 'refused',
    words: 'Passkeys belong to another address of this paper. Open it there, then try again.',
  },
  {
    name: /^WebAuthn(NotEnabled|ConfigurationMissing)Exception$/,
    kind: 'refused',
    words: 'This paper does not take passkeys at the moment.',
  },
  {
    name: /^WebAuthn(ChallengeNotFound|ClientMismatch)Exception$/,
    kind: 'expired',
    words: 'That took too long, so nothing was added. Try again.',
  },
  {
    name: /^WebAuthnCredentialNotSupportedException$/,
    kind: 'refused',
    words: 'This kind of passkey is not accepted here. Try another device.',
  },
  {
    name: /^LimitExceededException$/,
    message: /webauthn|passkey|credential/i,
    kind: 'refused',
    words: 'Your account has as many passkeys as it can hold. Remove one, then try again.',
  },
];
