/**
 * The `Link` header of a page, so that data travels while the scripts do: the front page asks for
 * exactly this address. As a header and not an element of `index.html`, since that file answers
 * for the other routes too, which would fetch the news in vain.
 */
export function preloadLink(path: string): string | undefined {
  return path === '/'
    ? '</api/news?limit=22>; rel=preload; as=fetch; crossorigin=anonymous'
    : undefined;
}
