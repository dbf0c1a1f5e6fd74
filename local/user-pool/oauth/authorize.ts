import type { PoolSettings } from '../directory/pool-settings.ts';
import type { Services } from '../services.ts';
import { readAuthorizationRequest, refusedAt } from './authorization-request.ts';
import { finishSignIn } from './finish-sign-in.ts';
import type { SignedIn } from './finish-sign-in.ts';
import type { OAuthAnswer } from './oauth-answer.ts';
import type { OAuthRequest } from './oauth-request.ts';
import { Parameters } from './parameters.ts';
import { redirect } from './redirection.ts';

/**
 * `GET /oauth2/authorize`: straight back with a code for a browser that is signed in, else to the sign-in page.
 * https://docs.aws.amazon.com/cognito/latest/developerguide/authorization-endpoint.html
 */
export async function authorize(services: Services, request: OAuthRequest): Promise<OAuthAnswer> {
  const parameters = new Parameters(request.query);
  const asked = readAuthorizationRequest(services, parameters);
  const provider =
    parameters.optional('identity_provider') ?? parameters.optional('idp_identifier');
  if (provider !== undefined && provider !== 'COGNITO') {
    throw refusedAt(
      asked,
      'invalid_request',
      'identity providers other than COGNITO are not emulated',
    );
  }
  const signedIn = asked.prompt.includes('login')
    ? undefined
    : signedInBrowser(services, asked.pool, request.cookie);
  if (signedIn) return services.transaction(() => finishSignIn(services, asked, signedIn))();
  if (asked.prompt.includes('none')) {
    throw refusedAt(
      asked,
      'login_required',
      'prompt is none, and nobody is signed in with this browser',
    );
  }
  return redirect(`/login?${request.query.toString()}`);
}

/** Who is signed in with this browser, and may still be. */
function signedInBrowser(
  { browserSessions, users }: Pick<Services, 'browserSessions' | 'users'>,
  pool: PoolSettings,
  cookies: string | undefined,
): SignedIn | undefined {
  const session = browserSessions.find(pool.id, cookies);
  const user = session && users.find(pool.id, session.sub);
  // Disabled since, say, or given a temporary password: the sign-in page has the words for it.
  if (!session || !user?.isEnabled || user.status !== 'CONFIRMED') return undefined;
  return { user, signedInAt: session.signedInAt };
}
