/** An HTTP/1.1 response, as far as a campaign looks at it. */
export interface RawResponse {
  status: number;
  /** Status line and headers. */
  head: string;
  body: string;
  isKeptAlive: boolean;
}

const endOfHead = '\r\n\r\n';

/** Reads a response; undefined while there is more to come. `ending` says that there is not. */
export function responseIn(
  received: Buffer,
  method: string,
  ending: 'open' | 'closed' = 'open',
): RawResponse | undefined {
  const end = received.indexOf(endOfHead);
  if (end < 0) return undefined;
  const head = received.toString('latin1', 0, end);
  const status = Number(head.slice(9, 12));
  const rest = received.subarray(end + endOfHead.length);
  // "100 Continue" comes before the answer itself.
  if (status >= 100 && status < 200) return responseIn(rest, method, ending);
  const length = bodyLength(head, rest, method, status);
  const isWhole = length !== undefined && rest.length >= length;
  if (!isWhole && ending === 'open') return undefined;
  const isKeptAlive = ending === 'open' && !/\r\nconnection: close/i.test(head);
  return { status, head, body: rest.toString('utf8', 0, length), isKeptAlive };
}

/** In bytes as they came; undefined while nobody can tell. */
function bodyLength(
  head: string,
  rest: Buffer,
  method: string,
  status: number,
): number | undefined {
  if (method === 'HEAD' || status === 204 || status === 304) return 0;
  const [, length] = /\r\ncontent-length: (\d+)/i.exec(head) ?? [];
  if (length !== undefined) return Number(length);
  if (!/\r\ntransfer-encoding: chunked/i.test(head)) return undefined;
  const last = rest.lastIndexOf('0\r\n\r\n');
  const isLast = last === 0 || rest.subarray(last - 2, last).equals(Buffer.from('\r\n'));
  return last >= 0 && isLast && last + 5 === rest.length ? rest.length : undefined;
}
