import { StartUpProblem } from './start-up-problem.ts';

/** What serves files by their paths without escaping them, and the characters that it takes for something else. */
const unservable = { 'npm start': /[#?%]/, 'npm run test:app': /[#?]/ };

/**
 * Throws StartUpProblem for a project's folder that Vite's development server (`npm start`) or Karma (`npm run test:app`)
 * cannot serve; the page would stay blank. All other commands work there.
 */
export function requireServableFolder(folder: string, command: keyof typeof unservable): void {
  const character = unservable[command].exec(folder)?.[0];
  if (character === undefined) return;
  throw new StartUpProblem(
    `${command} cannot serve files from a folder with "${character}" in its path: ${folder}. ` +
      'Move the project to one without # ? %.',
  );
}
