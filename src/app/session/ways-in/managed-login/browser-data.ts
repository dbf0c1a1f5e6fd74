/** A storage of the browser; `undefined` where it is told to keep no data, at the mere mention of which it throws. */
export function storageOf(
  view: Window | null,
  name: 'localStorage' | 'sessionStorage',
): Storage | undefined {
  try {
    return view?.[name];
  } catch {
    // Not there is not there.
    return undefined;
  }
}
