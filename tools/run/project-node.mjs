import { spawn } from 'node:child_process';
import { constants } from 'node:os';
import { delimiter, join } from 'node:path';
import { env } from 'node:process';
import { projectNode } from './dependencies.mjs';
import { forwardSignals } from './signals.mjs';

/**
 * Runs a script on the Node that the project brings, with the project's tools first on PATH and
 * this process's arguments, input and output. Resolves to the exit code, as a shell would report it.
 */
export function runOnProjectNode(root, script, args) {
  // Node strips the types itself; that it calls this experimental is nothing a reader can act on.
  const flags = ['--disable-warning=ExperimentalWarning'];
  const path = Object.keys(env).find((name) => name.toUpperCase() === 'PATH') ?? 'PATH';
  const child = spawn(projectNode(root), [...flags, script, ...args], {
    cwd: root,
    stdio: 'inherit',
    env: {
      ...env,
      [path]: [join(root, 'node_modules/.bin'), env[path]].filter(Boolean).join(delimiter),
    },
  });
  forwardSignals(child);
  return new Promise((resolve, reject) => {
    child.on('error', reject);
    child.on('exit', (code, signal) => resolve(code ?? 128 + constants.signals[signal]));
  });
}
