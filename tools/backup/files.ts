import { resolve } from 'node:path';
import { cwd, env } from 'node:process';
import { StartUpProblem } from '../processes/start-up-problem.ts';

/** A file as the person named it, and where it is. */
export interface Place {
  name: string;
  path: string;
}

/** npm starts every command in the project's folder; the path is meant from where the person is. */
export const placeOf = (name: string): Place => ({
  name,
  path: resolve(env['INIT_CWD'] ?? cwd(), name),
});

const words: Record<string, string | undefined> = {
  ENOENT: 'there is no such file or folder.',
  EISDIR: 'it is a folder.',
  ENOTDIR: 'part of its path is no folder.',
  EACCES: 'this user may not.',
  EPERM: 'it belongs to somebody else.',
  ELOOP: 'it is a link to another file.',
  EEXIST: 'it exists already. A backup is never written over: give another name.',
  ENOSPC: 'the disk is full.',
};

/** Why a file cannot be used, where that is why something failed; else the failure as it is. */
export function inFileWords(place: Place, failure: unknown): unknown {
  const code = failure instanceof Error && 'code' in failure ? failure.code : undefined;
  return typeof code === 'string' && words[code] !== undefined ? fileProblem(place, code) : failure;
}

/** A file that cannot be used, by the code that Node gives. */
export function fileProblem({ name }: Place, code: string): StartUpProblem {
  return new StartUpProblem(`${name} cannot be used: ${words[code] ?? code}`);
}
