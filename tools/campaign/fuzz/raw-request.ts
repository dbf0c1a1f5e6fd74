/** A request as it goes over the wire, odd ones too. */
export interface RawRequest {
  /** What kind it is, for the table. */
  kind: string;
  method: string;
  path: string;
  headers: readonly (readonly [name: string, value: string])[];
  body: Buffer;
  /** Whether it breaks HTTP itself, so that the connection may end without an answer. */
  isBrokenHttp?: boolean;
}

/** The bytes; Host and Content-Length are added unless given. */
export function bytesOf(request: RawRequest, port: number): Buffer {
  const { method, path, headers, body } = request;
  const has = (name: string): boolean => headers.some(([given]) => given.toLowerCase() === name);
  const lines = [`${method} ${path} HTTP/1.1`];
  if (!has('host')) lines.push(`Host: 127.0.0.1:${port}`);
  const isMeasured = has('content-length') || has('transfer-encoding');
  if (!isMeasured) lines.push(`Content-Length: ${body.length}`);
  for (const [name, value] of headers) lines.push(`${name}: ${value}`);
  // As bytes of one each where it can be, so that odd letters stay odd.
  return Buffer.concat([Buffer.from(`${lines.join('\r\n')}\r\n\r\n`, 'utf8'), body]);
}

/** What it takes to send it again, for a person. */
export function described({ method, path, headers, body }: RawRequest): object {
  const text = body.toString('utf8');
  const isText = Buffer.from(text).equals(body);
  return {
    method,
    path,
    headers,
    ...(isText ? { body: text.slice(0, 20_000) } : { bodyBase64: body.toString('base64') }),
  };
}

/** A header cannot carry every text, and a request line neither. */
export const headerText = (text: string): string =>
  text.replaceAll(/[^\t\x20-\x7e\xa0-\xff]/g, '').slice(0, 8000);
