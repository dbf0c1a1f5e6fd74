import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';

/** How a command ended, and all it printed. */
export interface Ended {
  code: number | null;
  output: string;
}

/** Runs `backup` or `restore` as npm does, for somebody who is in `folder`. Tests only. */
export async function runInFolder(
  folder: string,
  [command = '', ...args]: string[],
  env: Record<string, string> = {},
): Promise<Ended> {
  const script = fileURLToPath(new URL(`../../${command}.ts`, import.meta.url));
  const { PATH, NODE_COMPILE_CACHE } = process.env;
  const child = spawn(process.execPath, [script, ...args], {
    // Nothing of this machine's own AWS settings: HOME is where the SDK looks for profiles.
    env: { PATH, NODE_COMPILE_CACHE, HOME: folder, INIT_CWD: folder, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let output = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream.on('data', (data: Buffer) => (output += data.toString()));
  }
  const [code] = (await once(child, 'close')) as [number | null];
  return { code, output };
}
