import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { execPath } from 'node:process';
import { text } from 'node:stream/consumers';
import { fileURLToPath } from 'node:url';

const script = fileURLToPath(new URL('first-request.ts', import.meta.url));

/** A function's bundle, what it is asked, and its environment variables. */
export interface ColdStart {
  folder: string;
  event: object;
  env: Readonly<Record<string, string>>;
}

/** From starting a process, with nothing else in its environment, to its first answer, in milliseconds. Throws unless that is 200. */
export async function firstRequestMs({ folder, event, env }: ColdStart): Promise<number> {
  const startedAt = performance.now();
  const file = join(folder, 'index.mjs');
  const child = spawn(execPath, [script, file, JSON.stringify(event)], {
    env,
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const answered = once(child.stdout, 'data').then(() => performance.now());
  const said = await text(child.stdout);
  if (said.trim() !== '200') throw new Error(`${file} answered ${said || 'nothing'}.`);
  return (await answered) - startedAt;
}
