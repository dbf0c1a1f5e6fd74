import { feedProblem } from './feed-problem.ts';
import type { FeedBytes } from './feed-bytes.ts';

/** How far into a document its XML declaration may reach, in bytes. */
const declarationReach = 256;

/** The text of a feed in whatever encoding it came; throws `StartUpProblem` for bytes that are not in it. */
export function feedText(source: string, feed: FeedBytes): string {
  const encoding = encodingOf(feed);
  try {
    // Takes a byte order mark away as well.
    return new TextDecoder(encoding, { fatal: true }).decode(feed.bytes);
  } catch (failure) {
    // RangeError: there is no such encoding. TypeError: the bytes are not in it.
    const why = failure instanceof RangeError ? 'which is unknown here' : 'but is not';
    throw feedProblem(source, `it says that it is in ${encoding}, ${why}.`);
  }
}

/** Byte order mark, then HTTP, then the XML declaration, then UTF-8 (RFC 7303 sections 3 and 3.6). */
function encodingOf({ bytes, charset }: FeedBytes): string {
  return byteOrder(bytes) ?? charset ?? declaredEncoding(bytes) ?? 'utf-8';
}

function byteOrder(bytes: Buffer): string | undefined {
  const start = bytes.subarray(0, 4).toString('hex');
  if (start.startsWith('efbbbf')) return 'utf-8';
  // The mark, or a `<` as UTF-16 writes it (XML 1.0 appendix F.1).
  if (start.startsWith('fffe') || start.startsWith('3c00')) return 'utf-16le';
  if (start.startsWith('feff') || start.startsWith('003c')) return 'utf-16be';
  return undefined;
}

function declaredEncoding(bytes: Buffer): string | undefined {
  const start = bytes.subarray(0, declarationReach).toString('latin1');
  return /^\s*<\?xml[^>]*?\sencoding\s*=\s*["']([\w.:-]+)["']/i.exec(start)?.[1];
}
