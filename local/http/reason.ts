/** Says in plain words why something was refused; AWS sends nothing like it. */
export const reasonHeader = 'x-presspass-reason';

/** The longest text in a header, in characters: what is in it may come from a request, and clients take 16 KB of headers. */
const longest = 500;

/** A text that can be a header's value: printable ASCII on one line (RFC 9110, 5.5), of bounded length. */
export function inHeader(text: string): string {
  const safe = text.replace(/[^\x20-\x7e]+/g, ' ').trim();
  return safe.length > longest ? `${safe.slice(0, longest)}...` : safe;
}
