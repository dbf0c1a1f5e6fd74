import { fileURLToPath } from 'node:url';
import { inspect } from 'node:util';
import { withoutSecrets } from './without-secrets.ts';

const project = new URL('../../', import.meta.url);
const folder = fileURLToPath(project);

/**
 * Names an error and where in the project's sources it was thrown, for the header that says why: `TypeError at pageOf
 * (backend/dynamodb/pages.ts:12): x is not a function`. `given` is what the caller has sent; none of it is repeated. Without a
 * place of its own the error is `near` another, such as the file of the function that was called.
 */
export function failureReason(problem: unknown, given: readonly string[], near = ''): string {
  const { name, words, place } =
    problem instanceof Error
      ? { name: problem.name, words: problem.message, place: placeOf(problem) ?? near }
      : { name: `a thrown ${typeof problem}`, words: inspect(problem), place: near };
  const shown = withoutSecrets(words, given).replaceAll(project.href, '').replaceAll(folder, '');
  // The place first: a long message is cut in a header.
  return `${name}${place === '' ? '' : ` at ${place}`}: ${shown}`;
}

/** A file as it is known in the project, without where on this machine that is. */
export function projectFile(url: URL): string {
  const { href } = url;
  return href.startsWith(project.href)
    ? decodeURI(href.slice(project.href.length))
    : (href.split('/').at(-1) ?? '');
}

/** The innermost call that is neither Node's nor a package's; undefined where the stack has none. */
function placeOf({ stack = '', message }: Error): string | undefined {
  // The message comes first, and may look like anything.
  const calls = stack.slice(stack.indexOf(message) + message.length).split('\n');
  return calls.map(callIn).find((call) => call !== undefined);
}

/** `pageOf (backend/dynamodb/pages.ts:12)`, from one line of a stack: `    at async pageOf (file:///…/pages.ts:12:34)`. */
function callIn(line: string): string | undefined {
  const [, name, file = '', row = ''] =
    /^ +at (?:async )?(?:(.+?) \()?(?:file:\/\/)?(\/.+?):(\d+):\d+\)?$/.exec(line) ?? [];
  if (file === '' || file.includes('/node_modules/')) return undefined;
  const place = `${projectFile(new URL(`file://${file}`))}:${row}`;
  return name === undefined ? place : `${name} (${place})`;
}
