import { PortInUse } from './http/server.ts';
import { UnusableStateError } from './state-database.ts';

/** What the terminal shows of a failure: one line saying what to do if it is a known one, else all of it. */
export function oneLine(failure: unknown): string {
  if (failure instanceof PortInUse || failure instanceof UnusableStateError) {
    return failure.message;
  }
  const text = failure instanceof Error ? failure.message : String(failure);
  if (/ENOSPC|no space left|disk is full/i.test(text)) {
    return 'The disk is full. Free some space, then start again: what was acknowledged is kept.';
  }
  return failure instanceof Error ? (failure.stack ?? text) : text;
}
