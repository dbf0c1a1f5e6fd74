import { relative, sep } from 'node:path';
import { pathToFileURL } from 'node:url';

/** `local/edge.test.ts:12`: where a stack goes through a file, or else at the line that is known, from the project's folder. */
export function placeIn(stack: string, file: string, line?: number): string {
  if (file === '') return '';
  const name = relative(process.cwd(), file).replaceAll(sep, '/');
  const calls = stack.split('\n').filter((call) => /^\s+at /.test(call));
  for (const start of [`${pathToFileURL(file).href}:`, `${file}:`]) {
    const call = calls.find((one) => one.includes(start));
    const row = call && /^\d+/.exec(call.slice(call.indexOf(start) + start.length))?.[0];
    if (row) return `${name}:${row}`;
  }
  return line === undefined ? name : `${name}:${line}`;
}
