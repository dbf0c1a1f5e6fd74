/**
 * Which file answers a path: the app's page for its routes, known or not, since the app itself says which
 * there are. Anything with the extension of a file that a build holds stays what it is, so that a
 * missing file is a 404 and not a page; the APIs are left alone.
 *
 * Self-contained and plain once its types are stripped, since CloudFront runs its text in a
 * CloudFront Function. Error responses cannot do this: they would turn API errors into the page.
 */
export function spaFallback(path: string): string {
  if (/^\/(api|services)(\/|$)/.test(path)) return path;
  if (/\.(?:css|html|ico|js|json|map|png|svg|txt|webmanifest|woff2|xml)$/.test(path)) return path;
  return '/index.html';
}
