import type { ServerResponse } from 'node:http';
import { inHeader, reasonHeader } from './reason.ts';

/** What a gateway, a user pool or its domain answers. */
export interface Answer {
  status: number;
  headers: Readonly<Record<string, string | readonly string[]>>;
  body: string | Buffer;
  /** Why it is a refusal, for whoever develops against this stand-in; AWS does not tell. */
  reason?: string | undefined;
}

const exposeHeader = 'access-control-expose-headers';

/** Sends an answer; pages that may read other headers of it may read the reason as well. */
export function send(response: ServerResponse, { status, headers, body, reason }: Answer): void {
  for (const [name, value] of Object.entries(headers)) {
    response.setHeader(name, typeof value === 'string' ? value : [...value]);
  }
  if (reason !== undefined) {
    response.setHeader(reasonHeader, inHeader(reason));
    const exposed = response.getHeader(exposeHeader);
    if (exposed) response.setHeader(exposeHeader, `${String(exposed)},${reasonHeader}`);
  }
  response.writeHead(status).end(body.length > 0 ? body : undefined);
}
