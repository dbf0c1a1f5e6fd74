import { createServer } from 'node:net';
import { StartUpProblem } from './start-up-problem.ts';

/** Where the app and the stand-in for AWS listen, on 127.0.0.1. */
export interface Ports {
  app: number;
  edge: number;
}

/** Reads PORT (4200) and EDGE_PORT (4300). Throws StartUpProblem for anything that is not a port. */
export function portsFrom(env: NodeJS.ProcessEnv): Ports {
  const ports = { app: port(env, 'PORT', 4200), edge: port(env, 'EDGE_PORT', 4300) };
  if (ports.app === ports.edge) {
    throw new StartUpProblem(
      `PORT and EDGE_PORT are both ${ports.app}. Give the app and the stand-in different ports.`,
    );
  }
  return ports;
}

function port(env: NodeJS.ProcessEnv, name: string, fallback: number): number {
  const text = env[name]?.trim();
  if (!text) return fallback;
  const value = Number(text);
  if (/^\d+$/.test(text) && value >= 1 && value <= 65_535) return value;
  throw new StartUpProblem(`${name} is "${text}". It must be a number from 1 to 65535.`);
}

/** Throws StartUpProblem when something already listens on `port`; `variable` is what moves it elsewhere. */
export async function requireFreePort(port: number, variable: string): Promise<void> {
  const problem = await listenOnce(port);
  if (!problem) return;
  const elsewhere = `${variable}=${String(port + 10)} npm ${process.env['npm_lifecycle_event'] ?? 'start'}`;
  throw new StartUpProblem(
    problem.code === 'EADDRINUSE'
      ? `Port ${port} is in use. Stop what runs there, or choose another: ${elsewhere}`
      : `Port ${port} cannot be used (${problem.code ?? problem.message}). Choose another: ${elsewhere}`,
  );
}

function listenOnce(port: number): Promise<NodeJS.ErrnoException | undefined> {
  return new Promise((resolve) => {
    const server = createServer();
    server.once('error', resolve);
    server.listen({ port, host: '127.0.0.1', exclusive: true }, () => {
      server.close(() => {
        resolve(undefined);
      });
    });
  });
}
