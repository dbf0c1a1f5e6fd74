import { HttpErrorResponse } from '@angular/common/http';
import { isDevMode } from '@angular/core';
import { Problem } from './problem';

export type ApiProblemKind =
  'unreachable' | 'signed-out' | 'forbidden' | 'not-found' | 'invalid' | 'busy' | 'broken';

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
  const kind = kindOf(error.status);
  return new ApiProblem(kind, wordsOf(kind, error), { cause: error });
}

function kindOf(status: number): ApiProblemKind {
  if (status === 0) return 'unreachable';
  if (status === 401) return 'signed-out';
  if (status === 403) return 'forbidden';
  if (status === 404) return 'not-found';
  if (status === 429) return 'busy';
  return status >= 500 ? 'broken' : 'invalid';
}

function wordsOf(kind: ApiProblemKind, { status, error }: HttpErrorResponse): string {
  // The development server says what to start where nothing is behind it.
  if (isDevMode() && status === 503) return messageOf(error);
  return words[kind] ?? messageOf(error);
}

/** Where the API's own message is not meant for a person. A gateway's 502–504 has no words at all. */
const words: Partial<Record<ApiProblemKind, string>> = {
  unreachable: 'Presspass cannot be reached. Check your connection, then try again.',
  'signed-out': 'Your session has ended. Sign in again to go on.',
  busy: 'Too many people are asking at once. Wait a moment, then try again.',
  broken: 'Something went wrong on our side. Please try again.',
};

function messageOf(body: unknown): string {
  const message = (body as { message?: unknown } | null)?.message;
  return typeof message === 'string' ? message : 'Presspass did not accept this request.';
}
