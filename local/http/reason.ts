/** Says in plain words why something was refused; AWS sends nothing like it. */
export const reasonHeader = 'x-presspass-reason';

/** The longest reason, in characters: it is a line to read, and what is in it may come from a token. */
const longest = 500;

/** A reason as a header's value, of bounded length. */
export function asReason(text: string): string {
  const safe = inHeader(text);
  return safe.length > longest ? `${safe.slice(0, longest)}...` : safe;
}

/** A text that can be a header's value: printable ASCII on one line (RFC 9110, 5.5). */
export function inHeader(text: string): string {
  return text.replace(/[^\x20-\x7e]+/g, ' ').trim();
}
