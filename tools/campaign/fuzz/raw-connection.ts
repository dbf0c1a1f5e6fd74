import { connect } from 'node:net';
import type { Socket } from 'node:net';
import { responseIn } from './raw-response.ts';
import type { RawResponse } from './raw-response.ts';

/** What became of a request: an answer, or none. */
export type Outcome = RawResponse | 'hung up' | 'no answer';

/** One connection that is kept alive as long as the other side does; any bytes can be sent. */
export class RawConnection {
  readonly #port: number;
  readonly #patience: number;
  #socket: Socket | undefined;

  /** `patience` in milliseconds. */
  constructor(port: number, patience: number) {
    this.#port = port;
    this.#patience = patience;
  }

  /** Sends one request and waits for its answer. `method` tells whether that has a body. */
  send(bytes: Buffer, method: string): Promise<Outcome> {
    const socket = (this.#socket ??= this.#open());
    return new Promise((resolve) => {
      let received: Buffer = Buffer.alloc(0);
      const settle = (outcome: Outcome): void => {
        clearTimeout(timer);
        socket.removeAllListeners('data').removeAllListeners('close');
        if (typeof outcome === 'string' || !outcome.isKeptAlive) this.close();
        resolve(outcome);
      };
      const timer = setTimeout(settle, this.#patience, 'no answer');
      socket.on('data', (chunk: Buffer) => {
        received = received.length === 0 ? chunk : Buffer.concat([received, chunk]);
        const response = responseIn(received, method);
        if (response) settle(response);
      });
      socket.on('close', () => {
        settle(responseIn(received, method, 'closed') ?? 'hung up');
      });
      socket.write(bytes);
    });
  }

  close(): void {
    this.#socket?.destroy();
    this.#socket = undefined;
  }

  #open(): Socket {
    const socket = connect({ port: this.#port, host: '127.0.0.1', noDelay: true });
    // The event `close` follows, and counts.
    socket.on('error', () => undefined);
    socket.once('close', () => {
      if (this.#socket === socket) this.#socket = undefined;
    });
    return socket;
  }
}
