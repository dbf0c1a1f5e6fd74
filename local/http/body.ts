import type { IncomingMessage, ServerResponse } from 'node:http';
import { callersRoom, NoRoomForBody } from './body-room.ts';

/** The body was larger than allowed; the rest of it has not been read. */
export class BodyTooLarge extends Error {
  constructor() {
    super('Request Too Long');
    this.name = 'BodyTooLarge';
  }
}

/** The sender went away in the middle of the body: there is nobody to answer, and nothing is wrong here. */
export class SenderGone extends Error {
  constructor(cause: Error) {
    super('The sender hung up', { cause });
    this.name = 'SenderGone';
  }
}

/** How long a refused sender may take to fetch the refusal, in milliseconds. */
const lingering = 500;

/**
 * Reads a whole body of at most `limit` bytes, and keeps room for it until its response is closed. Throws `BodyTooLarge` or
 * `NoRoomForBody` as soon as it is clear, or `SenderGone`.
 */
export async function readBody(
  request: IncomingMessage,
  response: ServerResponse,
  limit: number,
  room = callersRoom,
): Promise<Buffer> {
  if (Number(request.headers['content-length'] ?? 0) > limit) throw new BodyTooLarge();
  const chunks: Buffer[] = [];
  let size = 0;
  return new Promise((resolve, reject) => {
    request.on('data', (chunk: Buffer) => {
      size += chunk.length;
      if (size <= limit && room.take(chunk.length, response)) {
        chunks.push(chunk);
        return;
      }
      request.pause();
      request.removeAllListeners('data');
      chunks.length = 0;
      room.giveBack(response);
      reject(size > limit ? new BodyTooLarge() : new NoRoomForBody());
    });
    request.once('end', () => {
      resolve(Buffer.concat(chunks));
    });
    request.once('error', (failure) => {
      reject(new SenderGone(failure));
    });
  });
}

/**
 * Ends the connection after the answer, unread body and all. Not at once: closing a socket with
 * unread data resets it, and the sender would never see the answer.
 */
export function hangUpAfter(request: IncomingMessage, response: ServerResponse): void {
  response.setHeader('Connection', 'close');
  response.once('finish', () => {
    setTimeout(() => request.destroy(), lingering).unref();
  });
}
