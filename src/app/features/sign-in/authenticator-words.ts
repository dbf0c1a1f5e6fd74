import { toIdentityProblem } from '../../session/ways-in';

/** Words of Amplify's forms that the paper says differently; the keys are theirs. */
const words: Readonly<Record<string, string>> = {
  'Sign In': 'Sign in',
  'Create Account': 'Create an account',
  'Creating Account': 'Creating your account …',
  'Send code': 'E-mail me a code',
  'Resend Code': 'Send the code again',
  'Back to Sign In': 'Back to sign-in',
  Submit: 'Change my password',
  'Change Password': 'Change my password',
  Confirm: 'Sign in',
  'Your passwords must match': 'The two passwords differ.',
};

/** What a form shows after it has waited too long. */
export const tooLate = toIdentityProblem({
  name: 'NotAuthorizedException',
  message: 'Invalid session for the user, session is expired.',
}).message;

/**
 * The errors of the form for a first password of one's own. It calls Amplify without asking `services`, and
 * keeps of an error nothing but the sentence: hence these, which are Cognito's.
 */
const sentences: readonly (readonly [name: string, message: string])[] = [
  ['NotAuthorizedException', 'Invalid session for the user.'],
  ['NetworkError', 'A network error has occurred.'],
  ['TooManyRequestsException', 'Rate exceeded'],
  ...[
    'Password not long enough',
    'Password must have uppercase characters',
    'Password must have lowercase characters',
    'Password must have numeric characters',
    'Password must have symbol characters',
    'Password has previously been used',
  ].map(
    (fault) =>
      ['InvalidPasswordException', `Password did not conform with policy: ${fault}`] as const,
  ),
];

/** All that Amplify's forms say, and what the paper says instead. */
export const vocabulary: Readonly<Record<string, string>> = {
  ...words,
  // How Amplify's form has already put "session is expired".
  'Your verification code has expired. Please request a new code.': tooLate,
  ...Object.fromEntries(
    sentences.map(([name, message]) => [message, toIdentityProblem({ name, message }).message]),
  ),
};

/** Without one there is a default; an empty one shows as "undefined". */
const placeholder = ' ';
const email = { label: 'E-mail address', placeholder, isRequired: true };
const autocomplete = 'new-password';
const newPassword = { label: 'New password', placeholder, isRequired: true, autocomplete };
const newPasswordAgain = { ...newPassword, label: 'New password again' };

/** The fields of Amplify's forms. A label that stays beats a placeholder that goes. */
export const authenticatorFields = {
  signIn: {
    username: { ...email, autocomplete: 'username' },
    password: {
      label: 'Password',
      placeholder,
      isRequired: true,
      autocomplete: 'current-password',
    },
  },
  signUp: {
    email: { ...email, autocomplete: 'username', order: 1 },
    password: { ...newPassword, label: 'Password', order: 2 },
    confirm_password: { ...newPassword, label: 'Password again', order: 3 },
  },
  forgotPassword: { username: { ...email, autocomplete: 'username' } },
  confirmResetPassword: {
    confirmation_code: {
      label: 'Code from the e-mail',
      placeholder,
      isRequired: true,
      autocomplete: 'one-time-code',
    },
    password: newPassword,
    confirm_password: newPasswordAgain,
  },
  confirmSignIn: {
    confirmation_code: {
      label: 'Code from your authenticator app',
      placeholder,
      isRequired: true,
      autocomplete: 'one-time-code',
    },
  },
  forceNewPassword: { password: newPassword, confirm_password: newPasswordAgain },
};
