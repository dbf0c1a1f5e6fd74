import type { ServerResponse } from 'node:http';

/** There is no room for this body beside the others that are under way; the rest of it has not been read. */
export class NoRoomForBody extends Error {
  constructor() {
    super('Too many request bodies are under way at once. Try again in a second.');
    this.name = 'NoRoomForBody';
  }
}

const megabyte = 1024 * 1024;

/** Room in memory for the bodies of requests that are not answered yet. */
class BodyRoom {
  readonly #bytes: number;
  readonly #taken = new WeakMap<ServerResponse, number>();
  #inUse = 0;

  constructor(bytes: number) {
    this.#bytes = bytes;
  }

  /** Keeps room for more bytes of a request's body until its response is closed; false when there is none. */
  take(bytes: number, response: ServerResponse): boolean {
    if (this.#inUse + bytes > this.#bytes) return false;
    const before = this.#taken.get(response);
    // Whoever has hung up by now gets no further event.
    if (response.closed) return true;
    if (before === undefined)
      response.once('close', () => {
        this.giveBack(response);
      });
    this.#taken.set(response, (before ?? 0) + bytes);
    this.#inUse += bytes;
    return true;
  }

  /** For a body that is not wanted after all. */
  giveBack(response: ServerResponse): void {
    this.#inUse -= this.#taken.get(response) ?? 0;
    this.#taken.set(response, 0);
  }
}

/** For the bodies that callers of the APIs, the user pools and their domain send. */
export const callersRoom = new BodyRoom(48 * megabyte);

/** For the bodies of requests to the tables: their own room, so that a function can write while callers fill theirs. */
export const tablesRoom = new BodyRoom(16 * megabyte);
