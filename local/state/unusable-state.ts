/** The state folder cannot be used. The message is one line for a person, and says what to do. */
export class UnusableStateError extends Error {
  override readonly name: string = 'UnusableStateError';
}

/** The state was written by a newer version than this one. Nothing in it was changed. */
export class NewerStateError extends UnusableStateError {
  override readonly name = 'NewerStateError';

  constructor(path: string, found: number, known: number) {
    super(
      `${path} was written by a newer Presspass (schema ${String(found)}, this one knows ${String(known)}). ` +
        'Update Presspass, or run "npm run reset" to start afresh. Nothing was changed.',
    );
  }
}

/** A part of the state is missing, or is not what was written there. Nothing was written over it. */
export class DamagedStateError extends UnusableStateError {
  override readonly name = 'DamagedStateError';

  /** `what` completes the sentence that begins with the path. */
  constructor(path: string, what: string) {
    super(
      `${path} ${what}. Nothing was changed. Put a copy of the whole folder in its place, ` +
        'set PRESSPASS_DATA to another folder, or run "npm run reset" to start afresh.',
    );
  }
}

/** The error for a state file that cannot be read or written. */
export function unusable(path: string, cause: unknown): UnusableStateError {
  if (cause instanceof UnusableStateError) return cause;
  const reason = cause instanceof Error ? cause.message : String(cause);
  return new UnusableStateError(
    `${path} cannot be used (${reason}). Check its permissions and the free space, ` +
      'set PRESSPASS_DATA to another folder, or run "npm run reset" to start afresh.',
    { cause },
  );
}

/** A write that was refused as a whole, since the disk has no room for it or fails. What was there before is kept. */
export class NotWritten extends Error {
  override readonly name = 'NotWritten';
}
