import { createServer } from 'node:http';
import type { RequestListener } from 'node:http';
import type { AddressInfo } from 'node:net';

/** The port is taken. The message is one line for a person, and says what to do. */
export class PortInUse extends Error {
  constructor(port: number) {
    super(
      `Port ${String(port)} is in use, perhaps by another stand-in. Stop it, or set EDGE_PORT to another port.`,
    );
    this.name = 'PortInUse';
  }
}

/** A listening HTTP server. */
export interface Listening {
  port: number;
  /** Lets running requests finish for a moment, then ends every connection. */
  close(): Promise<void>;
}

/** How long running requests may take to finish when the server closes, in milliseconds. */
const patience = 2000;

/** More than Node's own, in bytes: what is too much for API Gateway is refused in its words. */
const maxHeaderSize = 64 * 1024;

/** How many connections may wait to be accepted: those that find no place are reset. The system has a bound of its own, 4096 on Linux. */
const backlog = 8192;

/** Listens on 127.0.0.1; port 0 takes any that is free. Throws `PortInUse`. */
export async function listen(port: number, answer: RequestListener): Promise<Listening> {
  const server = createServer({ maxHeaderSize }, answer);
  await new Promise<void>((resolve, reject) => {
    server.once('error', (failure: NodeJS.ErrnoException) => {
      reject(failure.code === 'EADDRINUSE' ? new PortInUse(port) : failure);
    });
    server.listen({ port, host: '127.0.0.1', backlog }, resolve);
  });
  return {
    port: (server.address() as AddressInfo).port,
    close: () =>
      new Promise((resolve) => {
        const impatient = setTimeout(() => {
          server.closeAllConnections();
        }, patience);
        server.close(() => {
          clearTimeout(impatient);
          resolve();
        });
        server.closeIdleConnections();
      }),
  };
}
