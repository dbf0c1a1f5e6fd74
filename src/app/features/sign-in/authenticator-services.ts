import type { AuthenticatorComponent } from '@aws-amplify/ui-angular';
import {
  confirmResetPassword,
  confirmSignIn,
  resetPassword,
  signIn,
  signUp,
} from '../../session/amplify/amplify';
import {
  IdentityProblem,
  type IdentityProblemKind,
  toIdentityProblem,
} from '../../session/ways-in';
import { bareCode } from '../../shared/forms/codes';
import { knownPassword } from '../../shared/forms/password-ends';

type Services = NonNullable<AuthenticatorComponent['services']>;

type FormConfiguration = Awaited<ReturnType<NonNullable<Services['getAmplifyConfig']>>>;

type SignInInput = Parameters<typeof signIn>[0];
type SignInOutput = Awaited<ReturnType<typeof signIn>>;
type ConfirmSignInInput = Parameters<typeof confirmSignIn>[0];
type ResetInput = Readonly<Record<'username' | 'newPassword' | 'confirmationCode', string>>;

/** What the page wants to know of the calls. */
export interface CallEvents {
  /** Before anybody signs in. */
  readonly onSignIn: () => Promise<void>;
  readonly onCodeSent: () => void;
  readonly onPasswordChanged: () => void;
  readonly onProblem: (kind: IdentityProblemKind) => void;
}

/**
 * The calls behind Amplify's forms, which show the message of what they catch:
 * https://ui.docs.amplify.aws/angular/connected-components/authenticator/customization#override-function-calls
 */
export function authenticatorServices(events: CallEvents): Services {
  /** `call`, failing in words for the person. */
  function inWords<Call extends (input: never) => Promise<unknown>>(
    call: Call,
    onDone?: () => void,
  ): Call {
    const told = async (input: never): Promise<unknown> => {
      try {
        const output = await call(input);
        onDone?.();
        return output;
      } catch (error) {
        const problem = toIdentityProblem(error);
        events.onProblem(problem.kind);
        throw problem;
      }
    };
    return told as Call;
  }

  const signInWithPassword = async (input: SignInInput): Promise<SignInOutput> => {
    await events.onSignIn();
    const output = await signIn({ ...input, password: knownPassword(input.password ?? '') });
    // Else the form would ask for a code at once, and show nothing at all where Cognito sends no more of
    // them. The administrator's reset has mailed one already; another is sent when it is asked for.
    if (output.nextStep.signInStep === 'RESET_PASSWORD') {
      throw new IdentityProblem('reset-required', 'You need a new password.');
    }
    return output;
  };

  // Authenticator apps show a code as two groups of three, and people type what they see.
  const confirmWithCode = ({ challengeResponse }: ConfirmSignInInput): Promise<SignInOutput> =>
    confirmSignIn({ challengeResponse: bareCode(challengeResponse) });

  const resetWithCode = ({ confirmationCode, ...input }: ResetInput): Promise<void> =>
    confirmResetPassword({ ...input, confirmationCode: bareCode(confirmationCode) });

  return {
    // Where the user pool also has passkeys and e-mail codes, Amplify's form would ask which way, on a
    // screen that its Angular version lacks. The other ways have pages of their own.
    // Nor does it get the rules for passwords, which it would tell as errors while somebody is still typing: without any it
    // asks for eight characters.
    getAmplifyConfig: () =>
      Promise.resolve({ passwordFormat: { minLength: 0 } } as FormConfiguration),
    handleSignIn: inWords(signInWithPassword as typeof signIn),
    handleSignUp: inWords(signUp),
    handleConfirmSignIn: inWords(confirmWithCode as typeof confirmSignIn),
    handleForgotPassword: inWords(resetPassword, events.onCodeSent),
    handleForgotPasswordSubmit: inWords(
      resetWithCode as typeof confirmResetPassword,
      events.onPasswordChanged,
    ),
    // The forms would e-mail a code with every try to sign in unconfirmed. The page for
    // confirming offers to send one.
    handleResendSignUpCode: () => Promise.resolve({}),
  };
}
