import type { IncomingMessage, ServerResponse } from 'node:http';
import { fileMethods } from '../../infra/web/behaviours.ts';
import { spaFallback } from '../../infra/web/spa-fallback.ts';
import type { BuiltFile, Encoding } from './built-files.ts';

/** Answers from the files of the build, as CloudFront in front of a bucket does. */
export function respondWithFile(
  files: ReadonlyMap<string, BuiltFile>,
  path: string,
  request: IncomingMessage,
  response: ServerResponse,
): void {
  if (!fileMethods.some((method) => method === request.method)) {
    respondWithText(response, 403, `Only ${fileMethods.join(' and ')}.`);
    return;
  }
  const file = files.get(spaFallback(path));
  if (!file) {
    respondWithText(response, 404, 'Not found.');
    return;
  }
  respondWithBody(file, request, response);
}

function respondWithBody(
  file: BuiltFile,
  request: IncomingMessage,
  response: ServerResponse,
): void {
  const encoding = acceptedEncoding(request.headers['accept-encoding'] ?? '', file);
  const body = file.bodies[encoding] ?? file.bodies.identity;
  // CloudFront weakens the ETag of what it has compressed, since the bytes differ.
  const etag = encoding === 'identity' ? `"${file.hash}"` : `W/"${file.hash}"`;
  response.setHeader('etag', etag);
  response.setHeader('cache-control', file.cacheControl);
  if (file.bodies.br) response.setHeader('vary', 'Accept-Encoding');
  if (isCurrent(request.headers['if-none-match'], file.hash)) {
    response.writeHead(304).end();
    return;
  }
  if (encoding !== 'identity') response.setHeader('content-encoding', encoding);
  response.writeHead(200, { 'content-type': file.contentType, 'content-length': body.length });
  response.end(request.method === 'HEAD' ? undefined : body);
}

function respondWithText(response: ServerResponse, status: number, text: string): void {
  response.writeHead(status, { 'content-type': 'text/plain; charset=utf-8' });
  response.end(`${text}\n`);
}

/** Brotli before gzip, as CloudFront; an encoding with `q=0` is refused (RFC 9110, section 12.5.3). */
function acceptedEncoding(header: string, { bodies }: BuiltFile): Encoding {
  const accepted = header
    .toLowerCase()
    .split(',')
    .map((item) => item.split(';').map((part) => part.trim()))
    .filter(([, quality]) => !/^q=0(\.0*)?$/.test(quality ?? ''))
    .map(([name]) => name);
  const offered: Encoding[] = ['br', 'gzip'];
  return offered.find((name) => bodies[name] && accepted.includes(name)) ?? 'identity';
}

/** Weak comparison, as If-None-Match demands (RFC 9110, section 13.1.2). */
function isCurrent(ifNoneMatch: string | undefined, hash: string): boolean {
  return (ifNoneMatch ?? '')
    .split(',')
    .map((tag) => tag.trim().replace(/^W\//, ''))
    .some((tag) => tag === `"${hash}"` || tag === '*');
}
