/** What stands where something was left out. */
const gap = '***';

/** What looks like a secret, wherever it comes from. */
const suspicious: readonly [pattern: RegExp, by: string][] = [
  // JSON.parse quotes the text that it could not read.
  [/, (?:\.\.\.)?".*"(?:\.\.\.)? is not valid JSON/gs, ` in ${gap}, which is not valid JSON`],
  [/\b(Bearer|Basic|Digest|Negotiate)\s+[\w.~+/=-]+/gi, `$1 ${gap}`],
  [/\beyJ[\w-]*(?:\.[\w-]*)*/g, gap],
  [/\/\/[^\s/@]+@/g, `//${gap}@`],
  [
    /((?:password|secret|token|session|code)["']?\s*[:=]\s*)("[^"]*"|'[^']*'|[^\s,;}]+)/gi,
    `$1${gap}`,
  ],
  // Keys, signatures, secrets of app clients: letters and digits without an end.
  [/(?=[A-Za-z+/=_-]*\d)[\w+/=-]{32,}/g, gap],
];

/** Shorter texts are in every sentence. */
const shortest = 4;

/** The longest text that is looked at, in characters. */
const longest = 10_000;

/** A text that can be shown: without what looks like a secret, and without any of the texts that the caller has sent. */
export function withoutSecrets(text: string, given: readonly string[]): string {
  let shown = text.slice(0, longest);
  // The longest first: one may be part of another.
  for (const secret of given.toSorted((a, b) => b.length - a.length)) {
    if (secret.length >= shortest) shown = shown.replaceAll(secret, gap);
  }
  for (const [pattern, by] of suspicious) shown = shown.replace(pattern, by);
  return shown;
}

/** All texts in something that was sent as JSON. */
export function textsIn(content: unknown): string[] {
  if (typeof content === 'string') return [content];
  if (typeof content !== 'object' || content === null) return [];
  return Object.values(content).flatMap(textsIn);
}
