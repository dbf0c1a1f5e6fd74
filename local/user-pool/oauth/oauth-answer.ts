/** What goes back to the client. */
export interface OAuthAnswer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
  /** Why something was refused, in plain words for a developer; AWS sends nothing like it. */
  readonly reason?: string | undefined;
}

/** JSON as the pool's domain sends it; tokens must not be kept (RFC 6749, 5.1). */
export function json(
  status: number,
  content: object,
  headers: Readonly<Record<string, string>> = {},
): OAuthAnswer {
  const type = { 'Content-Type': 'application/json;charset=UTF-8' };
  return { status, headers: { ...type, ...notKept, ...headers }, body: JSON.stringify(content) };
}

/** An answer without a body. */
export function empty(status: number, headers: Readonly<Record<string, string>> = {}): OAuthAnswer {
  return { status, headers: { ...notKept, ...headers }, body: '' };
}

const notKept = { 'Cache-Control': 'no-store', Pragma: 'no-cache' };
