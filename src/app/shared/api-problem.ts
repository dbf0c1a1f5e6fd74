import { HttpErrorResponse } from '@angular/common/http';
import { isDevMode } from '@angular/core';
import { Problem } from './problem';

export type ApiProblemKind =
  | 'unreachable'
  | 'signed-out'
  | 'forbidden'
  | 'not-found'
  /** What goes along with every request is more than fits: a token that names very many groups. */
  | 'long-token'
  | 'invalid'
  | 'busy'
  | 'broken';

/** An expected failure of our API, in words for the person who reads them. */
export class ApiProblem extends Problem {
  override readonly name = 'ApiProblem';

  constructor(
    readonly kind: ApiProblemKind,
    message: string,
    options?: ErrorOptions,
  ) {
    super(message, options);
  }
}

/** What an HTTP failure means to a person; anything that is no HTTP failure is thrown on as it is. */
export function toApiProblem(error: unknown): ApiProblem {
  if (error instanceof ApiProblem) return error;
  if (!(error instanceof HttpErrorResponse)) throw error;
  const kind = kindOf(error);
  return new ApiProblem(kind, wordsOf(kind, error), { cause: error });
}

function kindOf({ status, error }: HttpErrorResponse): ApiProblemKind {
  if (status === 0 || status === 408) return 'unreachable';
  if (status === 401) return 'signed-out';
  if (status === 403) return 'forbidden';
  if (status === 404 || (status === 400 && isAboutId(error))) return 'not-found';
  // RFC 6585, and what CloudFront's own servers say for it.
  if (status === 431 || status === 494) return 'long-token';
  if (status === 429) return 'busy';
  return status >= 500 ? 'broken' : 'invalid';
}

function wordsOf(kind: ApiProblemKind, { status, error }: HttpErrorResponse): string {
  // The development server says what to start where nothing is behind it.
  if (isDevMode() && status === 503) return messageOf(error) ?? notAccepted;
  if (kind === 'invalid') return refusalWords(status, messageOf(error));
  return words[kind] ?? messageOf(error) ?? notAccepted;
}

/** Where the API's own message is not meant for a person. A gateway's 502–504 has no words at all. */
const words: Partial<Record<ApiProblemKind, string>> = {
  unreachable: 'Presspass cannot be reached. Check your connection, then try again.',
  'signed-out': 'Your session has ended. Sign in again to go on.',
  'long-token':
    'Your sign-in is longer than a request to this paper may be, most likely because it names very many groups. Ask the editors to take you out of some, then sign in again.',
  busy: 'Too many people are asking at once. Wait a moment, then try again.',
  broken: 'Something went wrong on our side. Please try again.',
};

const notAccepted = 'Presspass did not accept this request.';

/** What is known of any other refusal, and what to do about it. */
function refusalWords(status: number, message = notAccepted): string {
  if (status === 413)
    return 'That is more than the paper takes at once. Send less, then try again.';
  if (status === 414)
    return 'That address is longer than the paper takes. Check it, then try again.';
  return `${message} Reload the page, then try again. If that changes nothing, write to the editors: it is number ${String(status)}.`;
}

function messageOf(body: unknown): string | undefined {
  const message = (body as { message?: unknown } | null)?.message;
  return typeof message === 'string' ? message : undefined;
}

/** An id that no article can have is refused before anybody looks for it: it is as missing as one that nobody has. */
function isAboutId(body: unknown): boolean {
  return (body as { field?: unknown } | null)?.field === 'id';
}
