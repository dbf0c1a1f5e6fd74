import type { AuthenticatorComponent } from '@aws-amplify/ui-angular';
import type * as Amplify from '../../session/amplify/amplify';
import { IdentityProblem, toIdentityProblem } from '../../session/ways-in';

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

type SignInInput = Parameters<FormCalls['signIn']>[0];
type SignInOutput = Awaited<ReturnType<FormCalls['signIn']>>;
type ConfirmSignInInput = Parameters<FormCalls['confirmSignIn']>[0];

/** What the page wants to know of the calls. */
export interface FormEvents {
  /** Before anybody signs in. */
  readonly onSignIn: () => Promise<void>;
  readonly onCodeSent: () => void;
  readonly onPasswordChanged: () => void;
  /** The password must be reset before anybody can sign in with it. */
  readonly onResetRequired: () => void;
  /** A later step came too late: sign-in has to start again. */
  readonly onExpired: () => void;
}

/** The calls behind Amplify's forms, with our words where they fail. */
export function authenticatorServices(calls: FormCalls, events: FormEvents): Services {
  return {
    // Where the user pool also has passkeys and e-mail codes, Amplify's form would ask which way, on a
    // screen that its Angular version lacks. The other ways have pages of their own.
    getAmplifyConfig: () => Promise.resolve(formConfiguration(calls)),
    handleSignIn: inOurWords(signInBy(calls, events)),
    handleSignUp: inOurWords(calls.signUp),
    handleConfirmSignIn: inOurWords(confirmSignInBy(calls), { onExpired: events.onExpired }),
    handleForgotPassword: inOurWords(calls.resetPassword, { onDone: events.onCodeSent }),
    handleForgotPasswordSubmit: inOurWords(calls.confirmResetPassword, {
      onDone: events.onPasswordChanged,
    }),
    // The forms would e-mail a code with every try to sign in unconfirmed. The page for
    // confirming offers to send one.
    handleResendSignUpCode: () => Promise.resolve({}),
  };
}

function formConfiguration(calls: FormCalls): FormConfiguration {
  return { passwordFormat: calls.passwordFormat() } as FormConfiguration;
}

/**
 * Where a reset is required, the forms would ask for a code at once, and show nothing at all where
 * Cognito sends no more of them. The administrator's reset has mailed one already; another is sent
 * when it is asked for.
 */
function signInBy(calls: FormCalls, events: FormEvents): FormCalls['signIn'] {
  const signIn = async (input: SignInInput): Promise<SignInOutput> => {
    await events.onSignIn();
    const answer = await calls.signIn(input);
    if (answer.nextStep.signInStep !== 'RESET_PASSWORD') return answer;
    events.onResetRequired();
    throw new IdentityProblem('reset-required', 'You need a new password.');
  };
  return signIn as FormCalls['signIn'];
}

/** Authenticator apps show a code as two groups of three, and people type what they see. */
function confirmSignInBy(calls: FormCalls): FormCalls['confirmSignIn'] {
  const confirmSignIn = ({ challengeResponse }: ConfirmSignInInput): Promise<SignInOutput> =>
    calls.confirmSignIn({ challengeResponse: challengeResponse.replace(/\s/g, '') });
  return confirmSignIn as FormCalls['confirmSignIn'];
}

function inOurWords<Call extends (...input: never[]) => Promise<unknown>>(
  call: Call,
  { onDone, onExpired }: { onDone?: () => void; onExpired?: () => void } = {},
): Call {
  const translated = async (...input: never[]): Promise<unknown> => {
    try {
      const answer = await call(...input);
      onDone?.();
      return answer;
    } catch (error) {
      const problem = toIdentityProblem(error);
      if (problem.kind === 'expired') onExpired?.();
      // The form shows the message of what it catches.
      throw problem;
    }
  };
  return translated as Call;
}
