import { enableCompileCache } from 'node:module';
import { join } from 'node:path';
import { env, exit, umask } from 'node:process';
import type { StandIn } from './stand-in.ts';

// Before the rest is loaded, so that the rest is compiled once and not at every start.
enableCompileCache(join(import.meta.dirname, '../node_modules/.cache/node'));
const { startStandIn } = await import('./stand-in.ts');
const { keepMemorySmall } = await import('./idle-memory.ts');
const { oneLine } = await import('./failure-line.ts');
const { readyText } = await import('./ready-text.ts');
const { settingsFrom } = await import('./settings.ts');

function fail(failure: unknown): never {
  console.error(oneLine(failure));
  exit(1);
}

// A full disk, above all: going on would acknowledge what is not kept.
process.on('uncaughtException', fail);

// Mails with codes and password verifiers are kept: whatever is made from here on is for this user alone.
umask(0o077);

keepMemorySmall();

async function start(): Promise<StandIn> {
  return startStandIn(settingsFrom(env));
}

const standIn = await start().catch(fail);

let stopping: Promise<void> | undefined;

async function stop(): Promise<never> {
  await standIn.close();
  exit(0);
}

// A terminal tells every process of a command to end, and so do their parents: the second time must not cut the first short.
for (const signal of ['SIGINT', 'SIGTERM'] as const)
  process.on(signal, () => (stopping ??= stop()));
// Whoever has started it and is gone, asks no more.
process.once('disconnect', () => (stopping ??= stop()));
console.log(readyText(standIn, process.uptime()));
process.send?.('ready');
