import { PortInUse } from './http/server.ts';
import { NotWritten, UnusableStateError } from './state/unusable-state.ts';

/** A setting in the environment that cannot be. The message says which, and what it may be. */
export class UnusableSetting extends Error {
  override readonly name = 'UnusableSetting';
}

const known = [PortInUse, UnusableSetting, UnusableStateError, NotWritten];

/** What the terminal shows of a failure: one line saying what to do if it is a known one, else all of it. */
export function oneLine(failure: unknown): string {
  const text = failure instanceof Error ? failure.message : String(failure);
  if (known.some((kind) => failure instanceof kind)) return text;
  if (/ENOSPC|no space left/i.test(text)) {
    return 'The disk is full. Free some space, then start again: what was acknowledged is kept.';
  }
  return failure instanceof Error ? (failure.stack ?? text) : text;
}
