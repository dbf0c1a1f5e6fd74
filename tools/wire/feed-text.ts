import { feedProblem } from './feed-problem.ts';
import type { FeedBytes } from './feed-bytes.ts';

/** How far into a document its XML declaration may reach, in bytes. */
const declarationReach = 256;

/**
 * The text of a feed in whatever encoding it came; throws `StartUpProblem` for bytes that are not in the one that it says. What
 * says so counts in the order of RFC 7303 section 3: the byte order mark, HTTP, the XML declaration; where none does, it is UTF-8. What
 * the bytes contradict does not count.
 */
export function feedText(source: string, { bytes, charset }: FeedBytes): string {
  const marked = byteOrder(bytes);
  const declared = [charset, declaredEncoding(bytes)].filter((name) => name !== undefined);
  const possible = declared.filter((name) => !contradicts(bytes, name));
  // Latin-1 that calls itself ASCII is read as what the Encoding Standard reads ASCII as.
  const unsaid = ['utf-8', ...(declared.some(isAscii) ? ['windows-1252'] : [])];
  const encodings = marked === undefined ? possible : [marked];
  for (const encoding of encodings.length > 0 ? encodings : unsaid) {
    const text = decoded(bytes, encoding);
    // Takes a second byte order mark away as well: some programs write one each.
    if (text !== undefined) return text.replace(/^[\ufeff\s]+/, '');
  }
  throw feedProblem(source, troubleWith(marked ?? possible[0] ?? declared[0]));
}

function troubleWith(encoding: string | undefined): string {
  if (encoding === undefined) return 'it does not say its encoding, and is not UTF-8.';
  const why = encodingCalled(encoding) === undefined ? 'which is unknown here' : 'but is not';
  return `it says that it is in ${encoding}, ${why}.`;
}

/** Undefined for bytes that are not in this encoding, and for an encoding that is not known. */
function decoded(bytes: Buffer, name: string): string | undefined {
  const encoding = encodingCalled(name);
  if (encoding === undefined) return undefined;
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    // TypeError: the bytes are not in it.
    return undefined;
  }
}

/** The encoding's name in the Encoding Standard, which knows many for each; undefined when it does not know this one. */
function encodingCalled(name: string): string | undefined {
  try {
    return new TextDecoder(name).encoding;
  } catch {
    // RangeError: there is no such encoding.
    return undefined;
  }
}

function byteOrder(bytes: Buffer): string | undefined {
  const start = bytes.subarray(0, 4).toString('hex');
  if (/^(fffe0000|0000feff|3c000000|0000003c)/.test(start)) return 'utf-32';
  if (start.startsWith('efbbbf')) return 'utf-8';
  // The mark, or white space or a `<` as UTF-16 writes it (XML 1.0 appendix F.1).
  if (/^(fffe|(3c|20|09|0a|0d)00)/.test(start)) return 'utf-16le';
  if (/^(feff|00(3c|20|09|0a|0d))/.test(start)) return 'utf-16be';
  return undefined;
}

function declaredEncoding(bytes: Buffer): string | undefined {
  const start = bytes.subarray(0, declarationReach).toString('latin1');
  return /^\s*<\?xml[^>]*?\sencoding\s*=\s*["']\s*([\w.:-]+)\s*["']/i.exec(start)?.[1];
}

/**
 * Whether the bytes cannot be in this encoding. They have been looked at for UTF-16 before, so that a name of its family stands on
 * a text that can be read as ASCII: .NET writes such feeds. Whole sequences of UTF-8 are never Western European text.
 */
function contradicts(bytes: Buffer, name: string): boolean {
  if (/^(utf-?(16|32)|ucs-?[24]|iso-10646-ucs-?[24]|unicode$)/i.test(name)) return true;
  if (!hasHighBytes(bytes)) return false;
  if (isAscii(name)) return true;
  const encoding = encodingCalled(name);
  const isWestern = encoding === 'windows-1252' || encoding === 'iso-8859-15';
  return isWestern && decoded(bytes, 'utf-8') !== undefined;
}

const hasHighBytes = (bytes: Buffer): boolean => bytes.some((byte) => byte > 127);

/** The names of https://www.iana.org/assignments/character-sets for ASCII. The Encoding Standard has them for windows-1252. */
const isAscii = (name: string): boolean =>
  /^(us-ascii|ascii|us|ansi_x3\.4-19(68|86)|iso-ir-6|iso_?646(\.irv:1991|-us)|ibm367|cp367|csascii)$/i.test(
    name,
  );
