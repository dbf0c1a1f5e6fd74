import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';

/** How a command ended, and all that it printed: in order, and by stream. */
export interface Ended {
  code: number | null;
  output: string;
  stdout: string;
  stderr: string;
}

/**
 * Runs a command of tools/, or another script of the project by its path, to its end. Its environment is only what is given: no credentials of whoever runs the tests, and
 * no machine that is asked for some. Tests only.
 */
export async function runCommandScript(
  name: string,
  args: string[],
  { env = {}, input = '' }: { env?: Record<string, string>; input?: string } = {},
): Promise<Ended> {
  const path = name.includes('/') ? `../../${name}` : `../${name}.ts`;
  const script = fileURLToPath(new URL(path, import.meta.url));
  const { PATH, NODE_COMPILE_CACHE } = process.env;
  const child = spawn(process.execPath, [script, ...args], {
    env: { PATH, NODE_COMPILE_CACHE, HOME: '/nonexistent', ...offline, ...env },
    stdio: ['pipe', 'pipe', 'pipe'],
  });
  const said = { output: '', stdout: '', stderr: '' };
  for (const stream of ['stdout', 'stderr'] as const) {
    child[stream].on('data', (data: Buffer) => {
      said[stream] += data.toString();
      said.output += data.toString();
    });
  }
  child.stdin.on('error', () => undefined); // a command that reads nothing may end before it is written to
  child.stdin.end(input);
  const [code] = (await once(child, 'close')) as [number | null];
  return { code, ...said };
}

const offline = {
  AWS_EC2_METADATA_DISABLED: 'true',
  AWS_CONFIG_FILE: '/nonexistent/config',
  AWS_SHARED_CREDENTIALS_FILE: '/nonexistent/credentials',
  AWS_ENDPOINT_URL: 'http://127.0.0.1:1',
};
