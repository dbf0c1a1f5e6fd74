import {
  HttpBackend,
  HttpErrorResponse,
  HttpHeaders,
  HttpRequest,
  HttpResponse,
} from '@angular/common/http';
import { DOCUMENT, Service, inject } from '@angular/core';
import { filter, firstValueFrom } from 'rxjs';
import type { DoorRequest } from './door-request';

/** Milliseconds; API Gateway itself gives up after 29 s. */
const timeout = 30_000;
/** The stand-in's own header; AWS gives no reason. */
const reasonHeader = 'x-presspass-reason';

export type DoorAnswer =
  | {
      readonly kind: 'answered';
      readonly status: number;
      readonly body: string;
      /** What the stand-in says about a refusal; `null` on AWS. */
      readonly reason: string | null;
      /** How long it took, in milliseconds. */
      readonly took: number;
    }
  | { readonly kind: 'unreachable' };

/**
 * Sends requests to the doors of our own origin exactly as they are: past every interceptor, without cookies, and
 * never on to where an answer redirects.
 */
@Service()
export class DoorClient {
  private readonly backend = inject(HttpBackend);
  private readonly origin = inject(DOCUMENT).location.origin;

  async send(request: DoorRequest): Promise<DoorAnswer> {
    const url = new URL(request.path, this.origin);
    if (url.origin !== this.origin) {
      throw new TypeError(`${request.path} is not below our own origin.`);
    }
    const started = performance.now();
    const answers = this.backend.handle(httpRequest(request, url.href));
    const response = await firstValueFrom(
      answers.pipe(filter((event) => event instanceof HttpResponse)),
    ).catch((error: unknown) => {
      // A refusal is an answer like any other here.
      if (error instanceof HttpErrorResponse) return error;
      throw error;
    });
    return answerOf(response, performance.now() - started);
  }
}

function httpRequest({ method, body, token }: DoorRequest, url: string): HttpRequest<string> {
  return new HttpRequest(method, url, body, {
    headers: new HttpHeaders({
      ...(token !== null && { Authorization: `Bearer ${token}` }),
      ...(body !== null && { 'Content-Type': 'application/json' }),
    }),
    responseType: 'text',
    credentials: 'omit',
    redirect: 'error',
    cache: 'no-store',
    timeout,
  });
}

function answerOf(response: HttpResponse<unknown> | HttpErrorResponse, took: number): DoorAnswer {
  const { status } = response;
  if (status === 0) return { kind: 'unreachable' };
  const content: unknown = response instanceof HttpErrorResponse ? response.error : response.body;
  return {
    kind: 'answered',
    status,
    body: typeof content === 'string' ? content : '',
    reason: response.headers.get(reasonHeader),
    took: Math.round(took),
  };
}
