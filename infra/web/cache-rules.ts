/** Angular puts a hash of the content into the names of what it builds: `main-5XKQ2FZB.js`. */
const hashedName = /-[A-Z0-9]{8}\.[a-z0-9]+$/;

/** The Cache-Control of a file of the app, by its path. */
export function cacheControl(path: string): string {
  if (hashedName.test(path)) return 'public, max-age=31536000, immutable';
  // The page, the configuration and files with fixed names: always ask whether they are current.
  return 'no-cache';
}
