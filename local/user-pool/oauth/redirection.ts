import { empty } from './oauth-answer.ts';
import type { OAuthAnswer } from './oauth-answer.ts';

/** A refusal that sends the browser somewhere else; its message is the reason. */
export class Redirection extends Error {
  override readonly name = 'Redirection';
  readonly location: string;

  constructor(location: string, reason: string) {
    super(reason);
    this.location = location;
  }
}

/**
 * Sends the browser to the pool's own error page, as Cognito does with whatever it cannot trust: never to an address that
 * the client has not registered (RFC 6749, 4.1.2.1).
 */
export function toErrorPage(error: string, clientId: string | undefined, reason: string): Error {
  const query = new URLSearchParams({ error });
  if (clientId !== undefined) query.set('client_id', clientId);
  return new Redirection(`/error?${query.toString()}`, reason);
}

/** Sends the browser on. The referrer would tell the next site what stands in this address. */
export function redirect(location: string, setCookie?: string): OAuthAnswer {
  const headers = { Location: inAscii(location), 'Referrer-Policy': 'no-referrer' };
  return empty(302, setCookie === undefined ? headers : { ...headers, 'Set-Cookie': setCookie });
}

/** A header holds ASCII only; a registered address may hold more. */
function inAscii(location: string): string {
  return location.toWellFormed().replace(/[^\x20-\x7e]/gu, encodeURIComponent);
}
