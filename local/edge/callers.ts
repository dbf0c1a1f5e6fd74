import type { IncomingMessage } from 'node:http';

const thisMachine = /^(localhost|127\.0\.0\.1)(:\d+)?$/i;

/**
 * Whether the request was addressed to this machine by name. A page of another site whose name was
 * made to resolve to 127.0.0.1 (DNS rebinding) is not.
 */
export function isAddressedHere({ headers: { host = '' } }: IncomingMessage): boolean {
  return thisMachine.test(host) && URL.canParse(`http://${host}`);
}

/** Whether a page in a browser sent it; browsers put `Origin` on every POST and every CORS request. */
export const isFromPage = (request: IncomingMessage): boolean =>
  request.headers.origin !== undefined;

/** Whether it carries an AWS signature. As in every stand-in, the signature itself is not checked. */
export const isSigned = (request: IncomingMessage): boolean =>
  request.headers.authorization?.startsWith('AWS4-HMAC-SHA256 ') === true;
