import { escaped } from '../../http/page.ts';
import type { AuthorizationRequest } from './authorization-request.ts';
import { FORM_TOKEN_FIELD } from './form-tokens.ts';
import type { FormToken } from './form-tokens.ts';
import type { OAuthAnswer } from './oauth-answer.ts';
import { page } from './page.ts';

/** Which question the page asks; the further ones carry the challenge's session, and who was asked. */
export type LoginStep =
  | { readonly kind: 'password'; readonly username: string }
  | {
      readonly kind: 'NEW_PASSWORD_REQUIRED' | 'SOFTWARE_TOKEN_MFA';
      readonly username: string;
      readonly session: string;
    };

/** What went wrong at the last try. */
export interface LoginProblem {
  /** For the person. */
  readonly sentence: string;
  /** For the developer. */
  readonly reason: string;
  readonly status: number;
}

/** What the sign-in page shows. */
export interface LoginForm {
  readonly asked: AuthorizationRequest;
  /** The address's query, which the form keeps. */
  readonly query: URLSearchParams;
  readonly step: LoginStep;
  readonly token: FormToken;
  readonly problem?: LoginProblem | undefined;
}

/** The sign-in page, in place of Cognito's managed login; the names of its first fields are those of Cognito. */
export function loginPage({ asked, query, step, token, problem }: LoginForm): OAuthAnswer {
  const { title, fields, button } = questions[step.kind](step);
  const hidden = { [FORM_TOKEN_FIELD]: token.field, step: step.kind, ...sessionOf(step) };
  const alert = problem ? `<p class="problem" role="alert">${escaped(problem.sentence)}</p>` : '';
  const body = `<h1>${title}</h1>
${alert}
<form method="post" action="/login?${escaped(query.toString())}">
${Object.entries(hidden).map(hiddenField).join('\n')}
${fields}
<button type="submit">${button}</button>
</form>`;
  return page({
    status: problem?.status ?? 200,
    title,
    body,
    formTargets: ["'self'", sourceOf(asked.redirectUri)],
    setCookie: token.setCookie,
    reason: problem?.reason,
  });
}

interface Question {
  readonly title: string;
  readonly fields: string;
  readonly button: string;
}

const questions: Record<LoginStep['kind'], (step: LoginStep) => Question> = {
  password: ({ username }) => ({
    title: 'Sign in',
    fields: `<label for="username">Email address</label>
<input id="username" name="username" value="${escaped(username)}" autocomplete="username" autocapitalize="none" spellcheck="false" inputmode="email" maxlength="128" required${username ? '' : ' autofocus'}>
<label for="password">Password</label>
<input id="password" name="password" type="password" autocomplete="current-password" maxlength="256" required${username ? ' autofocus' : ''}>`,
    button: 'Sign in',
  }),
  NEW_PASSWORD_REQUIRED: ({ username }) => ({
    title: 'Choose a new password',
    fields: `<p>Your password was a temporary one.</p>
${knownName(username)}
<label for="new-password">New password</label>
<input id="new-password" name="new_password" type="password" autocomplete="new-password" maxlength="256" required autofocus aria-describedby="rules">
<p class="hint" id="rules">At least 8 characters, with an upper-case letter, a lower-case letter, a digit and a symbol.</p>
<label for="repeated">New password, once more</label>
<input id="repeated" name="repeated" type="password" autocomplete="new-password" maxlength="256" required>`,
    button: 'Save and sign in',
  }),
  SOFTWARE_TOKEN_MFA: ({ username }) => ({
    title: 'Enter your code',
    fields: `${knownName(username)}
<label for="code">Code</label>
<input id="code" name="code" autocomplete="one-time-code" inputmode="numeric" maxlength="32" required autofocus aria-describedby="where">
<p class="hint" id="where">Six digits, from your authenticator app.</p>`,
    button: 'Sign in',
  }),
};

/** Whose form it is: for the person to see, and for password managers. */
function knownName(username: string): string {
  return `<label for="username">Email address</label>
<input id="username" name="username" value="${escaped(username)}" autocomplete="username" readonly>`;
}

function sessionOf(step: LoginStep): Record<string, string> {
  return step.kind === 'password' ? {} : { session: step.session };
}

function hiddenField([name, value]: [string, string]): string {
  return `<input type="hidden" name="${escaped(name)}" value="${escaped(value)}">`;
}

/** A registered callback URL as a source: its origin, or its scheme where an app has one of its own. */
function sourceOf(callbackUrl: string): string {
  const { origin, protocol } = new URL(callbackUrl);
  return origin === 'null' ? protocol : origin;
}
