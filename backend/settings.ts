import { env } from 'node:process';

/**
 * The values of environment variables that a function cannot do without; throws naming the first that is not set. `names` is declared
 * in a file of its own beside the caller, `…-settings.ts`, where the deployment finds it too.
 */
export function settings<Name extends string>(names: readonly Name[]): Record<Name, string> {
  const entries = names.map((name) => {
    const value = env[name];
    if (!value) throw new Error(`${name} is not set.`);
    return [name, value] as const;
  });
  return Object.fromEntries(entries) as Record<Name, string>;
}
