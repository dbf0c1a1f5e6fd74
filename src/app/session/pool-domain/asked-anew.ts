import type { BrowserStorage } from '../browser-storage';

/**
 * The domain remembers a browser for an hour, whatever becomes of the app's session: its tab is closed, or somebody signs
 * out on a train. This note, from a sign-in there until its log-out, makes the next sign-in ask for the password.
 */
const keyIn = ({ prefix }: BrowserStorage): string => `${prefix}managed-login.ask-anew`;

export function askAnew(storage: BrowserStorage): void {
  try {
    storage.area('localStorage')?.setItem(keyIn(storage), '');
  } catch {
    // Full: then the domain decides, as it would by itself.
  }
}

export function isAskedAnew(storage: BrowserStorage): boolean {
  return typeof storage.area('localStorage')?.getItem(keyIn(storage)) === 'string';
}

/** The domain is about to forget by itself. */
export function askNoLonger(storage: BrowserStorage): void {
  storage.area('localStorage')?.removeItem(keyIn(storage));
}
