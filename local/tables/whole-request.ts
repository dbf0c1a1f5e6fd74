import type { IncomingMessage } from 'node:http';
import { Readable } from 'node:stream';
import { readBody } from '../http/body.ts';

/** The most bytes a request to the tables may have: DynamoDB's own 16 MB. */
const largestBody = 16 * 1024 * 1024;

/** DynamoDB nests values 32 deep, and each is two levels of JSON; some more stand around them. */
const deepest = 100;

/** Brackets within brackets beyond what DynamoDB takes. */
export class NestedTooDeep extends Error {}

/**
 * The same request with a body that is there already. dynalite throws where nobody can catch it, which
 * would end the process, when a sender breaks off, and runs out of stack over a body that is nested
 * deep. Throws `BodyTooLarge` or `NestedTooDeep`.
 */
export async function wholeRequest(request: IncomingMessage): Promise<Readable> {
  const body = await readBody(request, largestBody);
  if (depthOf(body) > deepest) throw new NestedTooDeep();
  const { method, url, headers } = request;
  return Object.assign(Readable.from(body.length > 0 ? [body] : []), { method, url, headers });
}

/** How deep the brackets of a JSON text are nested; those within strings do not count. */
function depthOf(json: Buffer): number {
  let [depth, most, isInString] = [0, 0, false];
  for (let at = 0; at < json.length; at++) {
    const character = String.fromCharCode(json[at] ?? 0);
    if (isInString && character === '\\') at++;
    else if (character === '"') isInString = !isInString;
    else if (isInString) continue;
    else if (character === '{' || character === '[') most = Math.max(most, ++depth);
    else if (character === '}' || character === ']') depth--;
  }
  return most;
}
