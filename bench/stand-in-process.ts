import { fileURLToPath } from 'node:url';
import { startServer } from './server-process.ts';
import type { ServerProcess } from './server-process.ts';

const script = fileURLToPath(new URL('../local/main.ts', import.meta.url));

/** Starts `local/` on a free port, as `npm run local` does, with its state in `folder`. */
export function startStandInProcess(
  folder: string,
  env: NodeJS.ProcessEnv = {},
): Promise<ServerProcess> {
  return startServer({
    script,
    env: { PRESSPASS_DATA: folder, EDGE_PORT: '0', ...env },
    healthPath: '/health',
  });
}
