/** The longest reason, in characters: it is a line to read, and what is in it may come from a token. */
const longest = 300;

/** A text that can be a header's value: printable ASCII, of bounded length. */
export function asReason(text: string): string {
  const safe = text.replace(/[^\x20-\x7e]+/g, ' ').trim();
  return safe.length > longest ? `${safe.slice(0, longest)}...` : safe;
}

/** What a function said of its refusal: the `message` of its JSON, if that is what it answered. */
export function reasonOfFunction(body: Buffer): string {
  return `the function answered this: ${messageIn(body.toString('utf8'))}`;
}

function messageIn(text: string): string {
  try {
    const content: unknown = JSON.parse(text);
    const { message } = (content ?? {}) as Record<string, unknown>;
    if (typeof message === 'string') return message;
  } catch {
    // Not JSON, so it is quoted as it is.
  }
  return text === '' ? 'nothing but the status' : text;
}
