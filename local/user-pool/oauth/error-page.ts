import { escaped } from '../../http/page.ts';
import type { OAuthAnswer } from './oauth-answer.ts';
import type { OAuthRequest } from './oauth-request.ts';
import { page } from './page.ts';

/** `GET /error?error=redirect_mismatch`: where Cognito sends what it cannot send back to a client. */
export function showError({ query }: OAuthRequest): OAuthAnswer {
  return errorPage(query.get('error') ?? '', undefined);
}

/** What went wrong, for the person in front of the browser; the first sentence is Cognito's. */
export function errorPage(error: string, reason: string | undefined): OAuthAnswer {
  const detail = error && `<p class="problem">${escaped(error.slice(0, 200))}</p>`;
  const body = `<h1>Something is not right</h1>
<p>An error was encountered with the requested page.</p>
${detail}
<p class="hint">The app that sent you here has to be set up differently. Developers find more in the header x-presspass-reason of the answer that led here.</p>`;
  return page({ status: 400, title: 'Error', body, reason });
}
