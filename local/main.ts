import { enableCompileCache } from 'node:module';
import { join } from 'node:path';
import { env, exit, umask } from 'node:process';

// Before the rest is loaded, so that the rest is compiled once and not at every start.
enableCompileCache(join(import.meta.dirname, '../node_modules/.cache/node'));
const { startStandIn } = await import('./stand-in.ts');
const { oneLine, UnusableSetting } = await import('./failure-line.ts');
const { readyText } = await import('./ready-text.ts');
const { stateFolderFrom } = await import('./state-folder.ts');

function fail(failure: unknown): never {
  console.error(oneLine(failure));
  exit(1);
}

function portFrom(text: string): number {
  const port = /^\d{1,5}$/.test(text) ? Number(text) : Infinity;
  return port <= 65_535
    ? port
    : fail(new UnusableSetting(`EDGE_PORT must be a port, from 0 to 65535, and is "${text}".`));
}

// A full disk, above all: going on would acknowledge what is not kept.
process.on('uncaughtException', fail);

// Mails with codes and password verifiers are kept: whatever is made from here on is for this user alone.
umask(0o077);

const standIn = await startStandIn({
  folder: stateFolderFrom(env),
  port: portFrom(env['EDGE_PORT'] ?? '4300'),
  clock: env['PRESSPASS_CLOCK'] === 'manual' ? 'manual' : 'system',
  log: env['PRESSPASS_LOG'] === 'all' ? 'all' : 'failures',
  quotas: env['PRESSPASS_QUOTAS'] === 'on' ? 'on' : 'off',
}).catch(fail);

async function stop(): Promise<void> {
  await standIn.close();
  exit(0);
}

process.once('SIGINT', () => void stop());
process.once('SIGTERM', () => void stop());
console.log(readyText(standIn.url, process.uptime()));
