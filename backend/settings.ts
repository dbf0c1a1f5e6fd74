import { env } from 'node:process';

/**
 * The value of an environment variable that a function cannot do without; throws naming it when it is not set. Write the
 * name out where this is called: the bundler reads it there, and the deployment sees to it that it is set.
 */
export function setting(name: string): string {
  const value = env[name];
  if (!value) throw new Error(`${name} is not set.`);
  return value;
}
