/** The build puts a hash of the content into the names of its files: `main-h2zbu8h6.js`. */
const hashedName = /-[\w-]{8}\.(?:js|css|woff2)$/;

/** The Cache-Control of a file of the app, by its path. */
export function cacheControl(path: string): string {
  if (hashedName.test(path)) return 'public, max-age=31536000, immutable';
  // The page, the configuration and files with fixed names: always ask whether they are current.
  return 'no-cache';
}
