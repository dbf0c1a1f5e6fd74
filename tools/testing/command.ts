import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';

/** How a command ended, and all that it printed. */
export interface Ended {
  code: number | null;
  output: string;
}

/**
 * Runs a command of tools/ to its end. Its environment is only what is given: no credentials of whoever runs the tests, and
 * no machine that is asked for some. Tests only.
 */
export async function runCommandScript(
  name: string,
  args: string[],
  { env = {}, input = '' }: { env?: Record<string, string>; input?: string } = {},
): Promise<Ended> {
  const script = fileURLToPath(new URL(`../${name}.ts`, import.meta.url));
  const { PATH, NODE_COMPILE_CACHE } = process.env;
  const child = spawn(process.execPath, [script, ...args], {
    env: { PATH, NODE_COMPILE_CACHE, HOME: '/nonexistent', ...offline, ...env },
    stdio: ['pipe', 'pipe', 'pipe'],
  });
  let output = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream.on('data', (data: Buffer) => (output += data.toString()));
  }
  child.stdin.on('error', () => undefined); // a command that reads nothing may end before it is written to
  child.stdin.end(input);
  const [code] = (await once(child, 'close')) as [number | null];
  return { code, output };
}

const offline = {
  AWS_EC2_METADATA_DISABLED: 'true',
  AWS_CONFIG_FILE: '/nonexistent/config',
  AWS_SHARED_CREDENTIALS_FILE: '/nonexistent/credentials',
  AWS_ENDPOINT_URL: 'http://127.0.0.1:1',
};
