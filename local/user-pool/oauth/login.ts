import type { Services } from '../services.ts';
import type { SignInStep } from '../sign-in/sign-in-step.ts';
import { CognitoError } from '../cognito-error.ts';
import { readAuthorizationRequest } from './authorization-request.ts';
import type { AuthorizationRequest } from './authorization-request.ts';
import { finishSignIn } from './finish-sign-in.ts';
import { FORM_TOKEN_FIELD } from './form-tokens.ts';
import { loginPage } from './login-form.ts';
import type { LoginProblem, LoginStep } from './login-form.ts';
import { goesBackToStart, problemOf } from './login-problems.ts';
import { stepIn, takeStep } from './login-steps.ts';
import type { OAuthAnswer } from './oauth-answer.ts';
import type { OAuthRequest } from './oauth-request.ts';
import { Parameters } from './parameters.ts';
import { formOf } from './token-endpoint.ts';

/**
 * `/login`: GET shows the form, POST takes an answer and shows the next question or sends the browser back to the client.
 * https://docs.aws.amazon.com/cognito/latest/developerguide/login-endpoint.html
 */
export async function login(services: Services, request: OAuthRequest): Promise<OAuthAnswer> {
  const asked = readAuthorizationRequest(services, new Parameters(request.query));
  const page = new LoginPage(services, request, asked);
  if (request.method !== 'POST') return page.show(firstStep(asked.loginHint));
  const form = formOf(request);
  const step = stepIn(form);
  if (!isFromOwnForm(services, request, form)) return page.show(firstStep(step.username), foreign);
  try {
    const answer = services.transaction(() =>
      page.goOn(step, takeStep(services, asked, step, form)),
    );
    return await answer();
  } catch (problem) {
    if (!(problem instanceof CognitoError)) throw problem;
    // A refusal is for the person to read, and to try again.
    const again = goesBackToStart(problem) ? firstStep(step.username) : step;
    return page.show(again, problemOf(problem));
  }
}

const foreign: LoginProblem = {
  sentence:
    'This page was open for too long, or was not the one you started from. Please try again.',
  reason: 'the form came from another site, or without the cookie and the token of its own page',
  status: 403,
};

function isFromOwnForm(
  { formTokens }: Pick<Services, 'formTokens'>,
  request: OAuthRequest,
  form: Parameters,
): boolean {
  return (
    request.isSameOrigin && formTokens.matches(request.cookie, form.optional(FORM_TOKEN_FIELD))
  );
}

const firstStep = (username = ''): LoginStep => ({ kind: 'password', username });

/** One visit to the page. */
class LoginPage {
  private readonly services: Services;
  private readonly request: OAuthRequest;
  private readonly asked: AuthorizationRequest;

  constructor(services: Services, request: OAuthRequest, asked: AuthorizationRequest) {
    this.services = services;
    this.request = request;
    this.asked = asked;
  }

  show(step: LoginStep, problem?: LoginProblem): OAuthAnswer {
    const { query, cookie } = this.request;
    const token = this.services.formTokens.for(cookie);
    return loginPage({ asked: this.asked, query, step, token, problem });
  }

  /** Back to the client when all is answered, else to the next question; what is returned makes the answer. */
  goOn({ username }: LoginStep, next: SignInStep): () => OAuthAnswer | Promise<OAuthAnswer> {
    if (next.kind === 'done') {
      const { user } = next;
      const setCookie = this.services.browserSessions.start(user);
      const signedIn = { user, signedInAt: this.services.clock.now(), setCookie };
      return finishSignIn(this.services, this.asked, signedIn);
    }
    const { ChallengeName: kind, Session: session } = next.challenge;
    const isShown = kind === 'NEW_PASSWORD_REQUIRED' || kind === 'SOFTWARE_TOKEN_MFA';
    if (isShown && session !== undefined) return () => this.show({ kind, username, session });
    return () =>
      this.show(firstStep(username), {
        sentence: 'Your account needs a second factor first. Please set one up in the app.',
        reason: `the sign-in page does not emulate the challenge ${kind}`,
        status: 400,
      });
  }
}
