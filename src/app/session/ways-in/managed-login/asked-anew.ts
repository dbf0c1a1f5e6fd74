/**
 * The domain remembers a browser for an hour, whatever becomes of the app's session: its tab is closed, or somebody signs
 * out on a train. This note, from a sign-in there until its log-out, makes the next sign-in ask for the password.
 */
const key = 'managed-login.ask-anew';

export function askAnew(storage: Storage | undefined): void {
  try {
    storage?.setItem(key, '');
  } catch {
    // Full: then the domain decides, as it would by itself.
  }
}

export function isAskedAnew(storage: Storage | undefined): boolean {
  return storage !== undefined && storage.getItem(key) !== null;
}

/** The domain is about to forget by itself. */
export function askNoLonger(storage: Storage | undefined): void {
  storage?.removeItem(key);
}
