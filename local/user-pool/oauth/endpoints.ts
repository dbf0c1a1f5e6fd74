import { CognitoError } from '../cognito-error.ts';
import type { Services } from '../services.ts';
import { json } from './oauth-answer.ts';
import type { OAuthAnswer } from './oauth-answer.ts';
import { authorize } from './authorize.ts';
import { errorPage, showError } from './error-page.ts';
import { login } from './login.ts';
import { logout } from './logout.ts';
import { OAuthError, refusal } from './oauth-error.ts';
import type { OAuthRequest } from './oauth-request.ts';
import { Redirection, redirect } from './redirection.ts';
import { revoke } from './revoke.ts';
import { issueToken } from './token-endpoint.ts';
import { userInfo } from './user-info.ts';

/** What answers a request, or throws an OAuthError. */
type Answerer = (services: Services, request: OAuthRequest) => OAuthAnswer | Promise<OAuthAnswer>;

interface Endpoint {
  readonly methods: readonly string[];
  readonly answer: Answerer;
  /** Programs call it, from pages of any origin too; the others are pages that people visit. */
  readonly isForPrograms: boolean;
}

const endpoints = new Map<string, Endpoint>([
  ['/oauth2/token', { methods: ['POST'], answer: issueToken, isForPrograms: true }],
  ['/oauth2/revoke', { methods: ['POST'], answer: whole(revoke), isForPrograms: true }],
  ['/oauth2/userInfo', { methods: ['GET', 'POST'], answer: userInfo, isForPrograms: true }],
  ['/oauth2/authorize', { methods: ['GET'], answer: authorize, isForPrograms: false }],
  ['/login', { methods: ['GET', 'POST'], answer: login, isForPrograms: false }],
  ['/logout', { methods: ['GET'], answer: whole(logout), isForPrograms: false }],
  [
    '/error',
    { methods: ['GET'], answer: (_, request) => showError(request), isForPrograms: false },
  ],
]);

/** An answerer that waits for nothing, as one transaction. */
function whole(answerer: (services: Services, request: OAuthRequest) => OAuthAnswer): Answerer {
  return (services, request) => services.transaction(() => answerer(services, request));
}

/** Whether the user pools' domain answers at this path. */
export const isOAuthPath = (path: string): boolean => endpoints.has(path);

/** Answers one request to the pools' domain; refusals are answers as well. */
export async function answerOAuth(services: Services, request: OAuthRequest): Promise<OAuthAnswer> {
  const endpoint = endpoints.get(request.path);
  if (!endpoint) throw new Error(`${request.path} is no endpoint of the pools' domain`);
  const answer = await answerOf(endpoint, services, request);
  return endpoint.isForPrograms ? readableAnywhere(answer) : answer;
}

async function answerOf(
  endpoint: Endpoint,
  services: Services,
  request: OAuthRequest,
): Promise<OAuthAnswer> {
  if (endpoint.isForPrograms && request.method === 'OPTIONS') return preflight(endpoint);
  if (!endpoint.methods.includes(request.method)) return methodNotAllowed(endpoint, request);
  try {
    return await endpoint.answer(services, request);
  } catch (problem) {
    // Refusals become answers; anything else is a defect, and is the edge's to report.
    if (problem instanceof Redirection) {
      return { ...redirect(problem.location), reason: problem.message };
    }
    if (problem instanceof OAuthError) {
      return endpoint.isForPrograms ? refusal(problem) : errorPage(problem.code, problem.message);
    }
    if (problem instanceof CognitoError && problem.type === 'TooManyRequestsException') {
      return tooMany(problem);
    }
    throw problem;
  }
}

/** AWS publishes the status; the words of the body are not published. */
function tooMany({ message, reason }: CognitoError): OAuthAnswer {
  const body = { error: 'TooManyRequestsException', error_description: message };
  return { ...json(429, body), reason };
}

/** The status is what clients of AWS saw; the body is not published. */
function methodNotAllowed({ methods }: Endpoint, { path, method }: OAuthRequest): OAuthAnswer {
  const allowed = methods.join(', ');
  return {
    ...json(405, { error: 'invalid_request' }, { Allow: allowed }),
    reason: `${path} answers ${allowed} only, not ${method}`,
  };
}

function preflight({ methods }: Endpoint): OAuthAnswer {
  const headers = {
    'Access-Control-Allow-Methods': [...methods, 'OPTIONS'].join(','),
    'Access-Control-Allow-Headers': 'Authorization,Content-Type,X-Amz-User-Agent',
    'Access-Control-Max-Age': '600',
  };
  return { status: 200, headers, body: '' };
}

/** Any page may call and read: clients are known by what they send, never by a cookie. */
function readableAnywhere(answer: OAuthAnswer): OAuthAnswer {
  const headers = {
    'Access-Control-Allow-Origin': '*',
    'Access-Control-Expose-Headers': 'WWW-Authenticate',
  };
  return { ...answer, headers: { ...answer.headers, ...headers } };
}
