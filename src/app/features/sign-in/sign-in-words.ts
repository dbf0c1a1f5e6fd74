import type { SignInStep } from './sign-in-form';

/** The heading of a step. */
export function headingOf(step: SignInStep | undefined): string {
  switch (step) {
    case 'signUp':
      return 'Create an account';
    case 'forgotPassword':
      return 'Reset your password';
    case 'confirmResetPassword':
    case 'forceNewPassword':
      return 'Choose a new password';
    case 'confirmSignIn':
      return 'Enter the code from your app';
    default:
      return 'Sign in';
  }
}

/** Why somebody is here, or what the step asks for. `returnTo` is a checked return address. */
export function standfirstOf(step: SignInStep | undefined, returnTo: string): string {
  switch (step) {
    case 'signUp':
      return 'An e-mail address and a password are all it takes. We send a code to make sure the address is yours.';
    case 'forgotPassword':
      return 'Tell us the e-mail address of your account. We send a code to it.';
    case 'confirmResetPassword':
      return 'If there is an account with that address, a code is on its way. Enter it here with a new password.';
    case 'forceNewPassword':
      return 'Your first password was given to you. Choose one that only you know.';
    case 'confirmSignIn':
      return 'Your account asks for a second step: the six digits that your authenticator app shows now.';
    default:
      return reasonOf(returnTo);
  }
}

function reasonOf(returnTo: string): string {
  if (returnTo.startsWith('/news/')) return 'Sign in to read the whole story. An account is free.';
  if (returnTo.startsWith('/desk')) return 'The desk is for editors. Sign in to open it.';
  if (returnTo.startsWith('/account')) return 'Sign in to see your account.';
  if (returnTo.startsWith('/pass')) return 'Sign in to see your pass.';
  return returnTo === '/' ? 'One account opens every story.' : 'Sign in to go on.';
}
