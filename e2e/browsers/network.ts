import { type Server, createServer, request } from 'node:http';
import type { AddressInfo } from 'node:net';

/**
 * The way from a browser to the app, which can fail. It is the same for every engine, where each has other commands, or
 * none, for breaking its own network.
 */
export class Network {
  /** The app's origin, by this way. */
  readonly url: string;
  readonly #server: Server;
  #isDown = false;
  #isLosing = false;

  private constructor(server: Server) {
    this.#server = server;
    this.url = `http://localhost:${(server.address() as AddressInfo).port}`;
  }

  static async to(app: string): Promise<Network> {
    const server = createServer();
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const network = new Network(server);
    server.on('request', (asked, answer) => {
      if (network.#fails(asked.url ?? '')) {
        asked.socket.destroy();
        return;
      }
      const { method, headers } = asked;
      const onward = request(app + (asked.url ?? ''), { method, headers }, (reply) => {
        // Kept by the browser, it could not get lost.
        const kept = { ...reply.headers, 'cache-control': 'no-store' };
        answer.writeHead(reply.statusCode ?? 502, isScript(asked.url) ? kept : reply.headers);
        reply.pipe(answer);
      });
      onward.on('error', () => asked.socket.destroy());
      answer.on('close', () => onward.destroy());
      asked.pipe(onward);
    });
    return network;
  }

  /** From now on nothing arrives. */
  goDown(): void {
    this.#isDown = true;
    this.#server.closeAllConnections();
  }

  comeBack(): void {
    this.#isDown = false;
  }

  /** The next request for a script gets lost; those after it arrive. `isLost` says whether it has come. */
  loseNextScript(): { isLost: () => boolean } {
    this.#isLosing = true;
    return { isLost: () => !this.#isLosing };
  }

  async close(): Promise<void> {
    this.#server.closeAllConnections();
    await new Promise((resolve) => this.#server.close(resolve));
  }

  #fails(path: string): boolean {
    if (this.#isDown) return true;
    const isLost = this.#isLosing && isScript(path);
    if (isLost) this.#isLosing = false;
    return isLost;
  }
}

const isScript = (path = ''): boolean => path.endsWith('.js');
