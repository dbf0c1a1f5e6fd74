import type { Services } from '../services.ts';
import { readAuthorizationRequest } from './authorization-request.ts';
import type { OAuthAnswer } from './oauth-answer.ts';
import type { OAuthRequest } from './oauth-request.ts';
import { Parameters, listed, shown } from './parameters.ts';
import { redirect, toErrorPage } from './redirection.ts';
import { isRegistered } from './registered-address.ts';

/**
 * `GET /logout`: forgets who is signed in with this browser, and leads to one of the client's sign-out URLs or, with
 * `redirect_uri`, to the sign-in page. Tokens that were issued stay valid.
 * https://docs.aws.amazon.com/cognito/latest/developerguide/logout-endpoint.html
 */
export function logout(services: Services, { query, cookie }: OAuthRequest): OAuthAnswer {
  const parameters = new Parameters(query);
  const clientId = parameters.optional('client_id');
  const found = clientId === undefined ? undefined : services.directory.findClient(clientId);
  if (!found) throw unknownClient(clientId);
  const location = whereTo(services, parameters, query);
  return redirect(location, services.browserSessions.end(found.pool.id, cookie));
}

function unknownClient(clientId: string | undefined): Error {
  if (clientId !== undefined) {
    // AWS shows its error page; the words on it are not published.
    return toErrorPage('Client does not exist.', clientId, `there is no client ${shown(clientId)}`);
  }
  const words = "Required String parameter 'client_id' is not present";
  return toErrorPage(words, undefined, words);
}

function whereTo(
  { directory }: Pick<Services, 'directory'>,
  parameters: Parameters,
  query: URLSearchParams,
): string {
  const clientId = parameters.required('client_id');
  const target = parameters.optional('logout_uri');
  if (target === undefined && parameters.optional('redirect_uri') !== undefined) {
    readAuthorizationRequest({ directory }, parameters);
    return `/login?${query.toString()}`;
  }
  if (target === undefined) {
    const words = "Required String parameter 'logout_uri' or 'redirect_uri' is not present";
    throw toErrorPage(words, clientId, words);
  }
  const { name, oauth } = directory.client(clientId).client;
  if (oauth && isRegistered(oauth, 'logoutUrls', target)) return target;
  const registered = listed(oauth?.logoutUrls ?? []);
  const words = `is not a sign-out URL of client ${name}, to the letter; it has ${registered}`;
  // That the error page is shown is documented by AWS, its words are not.
  throw toErrorPage('Invalid logout_uri', clientId, `${shown(target)} ${words}`);
}
