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
