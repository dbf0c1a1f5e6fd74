import {
  HttpErrorResponse,
  type HttpEvent,
  type HttpHandlerFn,
  type HttpInterceptorFn,
  type HttpRequest,
} from '@angular/common/http';
import { DOCUMENT, inject } from '@angular/core';
import { type Observable, catchError, from, switchMap, throwError } from 'rxjs';
import { GUARDED_API, tokenKindOf } from './guarded-operations';
import type { TokenKind } from '../identity/identity-provider';
import { Session } from '../session';

/**
 * Gives each request to our API the token that its operation wants, and nothing to any other. On
 * a 401 it asks for a new token and tries once more; a 403 is an answer.
 */
export const bearerTokenInterceptor: HttpInterceptorFn = (request, next) => {
  const url = parse(request.urlWithParams, inject(DOCUMENT).baseURI);
  const kind = url ? tokenKindOf(inject(GUARDED_API), { method: request.method, url }) : 'none';
  if (kind === 'none' || request.headers.has('Authorization')) return next(request);
  const session = inject(Session);
  return tokenOrFailure(session.token(kind), request).pipe(
    switchMap((token) =>
      token === null ? next(request) : sendTwice(request, next, { session, kind, token }),
    ),
  );
};

function sendTwice(
  request: HttpRequest<unknown>,
  next: HttpHandlerFn,
  { session, kind, token }: { session: Session; kind: TokenKind; token: string },
): Observable<HttpEvent<unknown>> {
  return next(withToken(request, token)).pipe(
    catchError((refusal: unknown) => {
      if (!(refusal instanceof HttpErrorResponse) || refusal.status !== 401) throw refusal;
      return tokenOrFailure(session.replacementToken(kind, token), request).pipe(
        switchMap((other) =>
          other === null ? throwError(() => refusal) : next(withToken(request, other)),
        ),
      );
    }),
  );
}

/** A sign-in server that is away is told like an API that is away: the request cannot be made. */
function tokenOrFailure(
  token: Promise<string | null>,
  { url }: HttpRequest<unknown>,
): Observable<string | null> {
  return from(token).pipe(
    catchError((error: unknown) =>
      throwError(() => new HttpErrorResponse({ error, status: 0, statusText: 'No token', url })),
    ),
  );
}

/** Our API redirects nobody. A redirect that was followed would take the token to wherever it leads. */
function withToken(request: HttpRequest<unknown>, token: string): HttpRequest<unknown> {
  return request.clone({ setHeaders: { Authorization: `Bearer ${token}` }, redirect: 'error' });
}

function parse(url: string, base: string): URL | null {
  return URL.canParse(url, base) ? new URL(url, base) : null;
}
