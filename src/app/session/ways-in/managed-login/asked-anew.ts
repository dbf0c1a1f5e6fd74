/**
 * The domain remembers a browser for an hour, whatever the app does. Whoever has signed out is to be asked for the
 * password again, also when the domain could not be told: this note makes the next sign-in say so.
 */
const key = 'managed-login.ask-anew';

export function askAnew(storage: Storage | undefined): void {
  storage?.setItem(key, '');
}

export function isAskedAnew(storage: Storage | undefined): boolean {
  return storage !== undefined && storage.getItem(key) !== null;
}

/** Somebody has signed in since. */
export function askNoLonger(storage: Storage | undefined): void {
  storage?.removeItem(key);
}
