/** What a claim holds, in the form in which it is shown. */
export type ClaimValue =
  | { readonly kind: 'time'; readonly at: number; readonly iso: string }
  | { readonly kind: 'stamps'; readonly stamps: readonly string[] }
  | { readonly kind: 'text'; readonly text: string };

const times = ['exp', 'iat', 'nbf', 'auth_time', 'updated_at'];
const lists = ['cognito:groups', 'cognito:roles', 'scope'];
/** The last moment of a `Date`, in seconds. */
const latest = 8.64e12;

/** Whatever a token says: times as times, groups and scopes one by one, all else as text. */
export function claimValue(name: string, value: unknown): ClaimValue {
  if (times.includes(name) && typeof value === 'number' && Math.abs(value) <= latest) {
    const at = value * 1_000;
    return { kind: 'time', at, iso: new Date(at).toISOString() };
  }
  if (lists.includes(name)) return { kind: 'stamps', stamps: listIn(value).map(plainText) };
  return { kind: 'text', text: plainText(textOf(value)) };
}

/** The members of a list as tokens write it: an array, or a text with spaces (RFC 8693 section 4.2). */
export function listIn(value: unknown): string[] {
  if (Array.isArray(value)) return value.map(textOf);
  return typeof value === 'string' ? value.split(' ').filter(Boolean) : [];
}

function textOf(value: unknown): string {
  return typeof value === 'string' ? value : JSON.stringify(value);
}

/**
 * The text with what would not be seen, or would turn the rest around, written out: a name that holds U+202E
 * could otherwise read as another one (Unicode Technical Report 36, "Bidirectional Text Spoofing").
 */
export function plainText(text: string): string {
  return text.replace(
    /[\p{Cc}\p{Bidi_Control}\u200b\u2060\ufeff]/gu,
    (sign) => `[U+${(sign.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}]`,
  );
}
