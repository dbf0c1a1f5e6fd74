import type { IncomingMessage } from 'node:http';

/** What the authorizer hands on. */
export interface Admission {
  claims: Readonly<Record<string, string>>;
  /** The token's scopes; null on a method without scopes. Only an HTTP API tells the function. */
  scopes: readonly string[] | null;
}

/** The ids of one request. */
export interface RequestIds {
  requestId: string;
  /** REST APIs have a second one, the header `x-amz-apigw-id`. */
  extendedRequestId: string;
}

/** One request on its way through a gateway. */
export interface Passage {
  request: IncomingMessage;
  ids: RequestIds;
  /** Milliseconds since the epoch. */
  receivedAt: number;
  url: URL;
  /** The path below the API's root, as it was sent. */
  path: string;
  method: string;
  /** The path as the contract has it, `/news/{id}`. */
  template: string;
  pathParameters: Readonly<Record<string, string>>;
  body: Buffer;
  /** Undefined on a method without authorizer. */
  admission: Admission | undefined;
}

export type Pair = [name: string, value: string];

/** Headers with their names as they were sent. */
export function headerPairs({ rawHeaders }: IncomingMessage): Pair[] {
  const pairs: Pair[] = [];
  for (let at = 0; at < rawHeaders.length; at += 2) {
    pairs.push([rawHeaders[at] ?? '', rawHeaders[at + 1] ?? '']);
  }
  return pairs;
}

/** All values of each name, in order. */
export function grouped(pairs: readonly Pair[]): Record<string, string[]> {
  const groups = new Map<string, string[]>();
  for (const [name, value] of pairs) {
    const values = groups.get(name);
    if (values) values.push(value);
    else groups.set(name, [value]);
  }
  return Object.fromEntries(groups);
}

/** `20/Nov/2026:21:58:00 +0000`, from milliseconds since the epoch. */
export function commonLogTime(time: number): string {
  const [, day, month, year, clock] = new Date(time).toUTCString().split(' ');
  return `${day ?? ''}/${month ?? ''}/${year ?? ''}:${clock ?? ''} +0000`;
}
