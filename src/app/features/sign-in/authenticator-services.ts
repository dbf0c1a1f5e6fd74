import type { AuthenticatorComponent } from '@aws-amplify/ui-angular';
import type * as Amplify from '../../session/amplify/amplify';
import { toIdentityProblem } from '../../session/ways-in';

type Services = NonNullable<AuthenticatorComponent['services']>;

/** What Amplify's forms call. */
export type FormCalls = Pick<
  typeof Amplify,
  'confirmResetPassword' | 'confirmSignIn' | 'resetPassword' | 'signIn' | 'signUp'
>;

/**
 * The calls behind Amplify's forms, with our words where they fail.
 */
export function authenticatorServices(
  calls: FormCalls,
  { onCodeSent, onPasswordChanged }: { onCodeSent: () => void; onPasswordChanged: () => void },
): Services {
  return {
    handleSignIn: inOurWords(calls.signIn),
    handleSignUp: inOurWords(calls.signUp),
    handleConfirmSignIn: inOurWords(calls.confirmSignIn),
    handleForgotPassword: inOurWords(calls.resetPassword, onCodeSent),
    handleForgotPasswordSubmit: inOurWords(calls.confirmResetPassword, onPasswordChanged),
    // The forms would e-mail a code with every try to sign in unconfirmed. The page for
    // confirming offers to send one.
    handleResendSignUpCode: () => Promise.resolve({}),
  };
}

function inOurWords<Call extends (...input: never[]) => Promise<unknown>>(
  call: Call,
  onDone?: () => void,
): Call {
  const translated = async (...input: never[]): Promise<unknown> => {
    try {
      const answer = await call(...input);
      onDone?.();
      return answer;
    } catch (error) {
      // The form shows the message of what it catches.
      throw toIdentityProblem(error);
    }
  };
  return translated as Call;
}
