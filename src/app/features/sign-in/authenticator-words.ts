/** Words of Amplify's forms that the paper says differently; the keys are theirs. */
export const authenticatorWords: Readonly<Record<string, string>> = {
  'Sign In': 'Sign in',
  'Create Account': 'Create an account',
  'Creating Account': 'Creating your account …',
  'Forgot your password?': 'Forgot your password?',
  'Send code': 'E-mail me a code',
  'Resend Code': 'Send the code again',
  'Back to Sign In': 'Back to sign-in',
  Submit: 'Change my password',
  'Change Password': 'Change my password',
  'Your passwords must match': 'The two passwords differ.',
  'Password must have at least 8 characters': 'Use at least 8 characters.',
  'Password must have lower case letters': 'Add a small letter.',
  'Password must have upper case letters': 'Add a capital letter.',
  'Password must have numbers': 'Add a number.',
  'Password must have special characters': 'Add a sign such as ! or -',
};

/** Without one there is a default; an empty one shows as "undefined". */
const placeholder = ' ';
const email = { label: 'E-mail address', placeholder, isRequired: true };
const newPassword = { label: 'New password', placeholder, isRequired: true };
const newPasswordAgain = { label: 'New password again', placeholder, isRequired: true };

/** The fields of Amplify's forms. A label that stays beats a placeholder that goes. */
export const authenticatorFields = {
  signIn: {
    username: { ...email, autocomplete: 'username' },
    password: { label: 'Password', placeholder, isRequired: true },
  },
  signUp: {
    email: { ...email, autocomplete: 'username', order: 1 },
    password: { label: 'Password', placeholder, isRequired: true, order: 2 },
    confirm_password: { label: 'Password again', placeholder, isRequired: true, order: 3 },
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
  forceNewPassword: { password: newPassword, confirm_password: newPasswordAgain },
};
