/** What came back from one request. */
export interface Answer {
  url: URL;
  status: number;
  headers: Headers;
  /** The first megabyte of the body. */
  text: string;
}

/** A request that nobody answered. `fault` says what stood in the way, the message says it in words. */
export class NoAnswer extends Error {
  override readonly name = 'NoAnswer';
  readonly fault: Fault;

  constructor(fault: Fault, message: string) {
    super(message);
    this.fault = fault;
  }
}

type Fault = 'name' | 'refused' | 'tls' | 'time' | 'network';

/** How long an answer may take, in milliseconds. API Gateway's own patience is 29 s; nobody else's is as long. */
const patience = 30_000;

const mostBytes = 1024 * 1024;

/**
 * Sends one request and reads the answer. A redirect is an answer and is not followed: what the request carries is for the
 * address that was given. Throws `NoAnswer`.
 */
export async function ask(url: URL, init: RequestInit = {}): Promise<Answer> {
  try {
    const response = await fetch(url, {
      ...init,
      redirect: 'manual',
      signal: AbortSignal.timeout(patience),
    });
    const { status, headers } = response;
    return { url, status, headers, text: await beginningOf(response) };
  } catch (failure) {
    throw noAnswer(url, failure);
  }
}

/** The answer's JSON object; undefined when it is anything else. */
export function jsonIn({ text }: Answer): Record<string, unknown> | undefined {
  try {
    const content: unknown = JSON.parse(text);
    const isObject = typeof content === 'object' && content !== null && !Array.isArray(content);
    return isObject ? (content as Record<string, unknown>) : undefined;
  } catch {
    // A page, most often; what it is instead is told by whoever asked.
    return undefined;
  }
}

export const isPage = ({ headers, text }: Answer): boolean =>
  headers.get('content-type')?.includes('text/html') === true || /^\s*<(!doctype|html)/i.test(text);

export const isRedirect = ({ status, headers }: Answer): boolean =>
  status >= 300 && status < 400 && headers.has('location');

async function beginningOf({ body }: Response): Promise<string> {
  const parts: Uint8Array[] = [];
  let bytes = 0;
  for await (const part of body ?? []) {
    parts.push(part);
    bytes += part.length;
    if (bytes >= mostBytes) break;
  }
  return Buffer.concat(parts).toString('utf8', 0, mostBytes);
}

function noAnswer({ host, protocol }: URL, failure: unknown): NoAnswer {
  const { name, cause } = failure instanceof Error ? failure : new Error(String(failure));
  if (name === 'TimeoutError') {
    return new NoAnswer('time', `${host} has not answered for ${patience / 1000} s.`);
  }
  const { code = '', message = '' } = Object(cause) as { code?: string; message?: string };
  if (code === 'ENOTFOUND' || code === 'EAI_AGAIN') {
    return new NoAnswer('name', `The name ${host} leads nowhere (${code}).`);
  }
  if (code === 'ECONNREFUSED') return new NoAnswer('refused', `Nothing listens at ${host}.`);
  if (protocol === 'https:' && isTls(code)) {
    return new NoAnswer('tls', `${host} has no TLS that can be trusted (${code}).`);
  }
  return new NoAnswer('network', `${host} cannot be reached (${code || message || name}).`);
}

/** https://nodejs.org/api/tls.html#x509-certificate-error-codes, and OpenSSL's own. */
const isTls = (code: string): boolean =>
  /^(ERR_SSL|ERR_TLS|CERT_|DEPTH_ZERO|SELF_SIGNED|UNABLE_TO_|HOSTNAME_MISMATCH|EPROTO)/.test(code);
