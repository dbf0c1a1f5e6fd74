import type { AuthenticatorComponent } from '@aws-amplify/ui-angular';
import type * as Amplify from '../../session/amplify/amplify';
import { toIdentityProblem } from '../../session/ways-in';

type Services = NonNullable<AuthenticatorComponent['services']>;

type FormConfiguration = Awaited<ReturnType<NonNullable<Services['getAmplifyConfig']>>>;

/** What Amplify's forms call. */
export type FormCalls = Pick<
  typeof Amplify,
  | 'confirmResetPassword'
  | 'confirmSignIn'
  | 'passwordFormat'
  | 'resetPassword'
  | 'signIn'
  | 'signUp'
>;

/**
 * The calls behind Amplify's forms, with our words where they fail.
 */
export function authenticatorServices(
  calls: FormCalls,
  { onCodeSent, onPasswordChanged }: { onCodeSent: () => void; onPasswordChanged: () => void },
): Services {
  return {
    // Where the user pool also has passkeys and e-mail codes, Amplify's form would ask which way, on a
    // screen that its Angular version lacks. The other ways have pages of their own.
    getAmplifyConfig: () => Promise.resolve(formConfiguration(calls)),
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

function formConfiguration(calls: FormCalls): FormConfiguration {
  return { passwordFormat: calls.passwordFormat() } as FormConfiguration;
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
