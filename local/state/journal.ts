/** What SQLite's write-ahead log holds, as far as its own checksums prove it. */
export interface Journal {
  /** Both salts of its header, in hexadecimal: another one for each journal. */
  readonly salt: string;
  /** Where each committed transaction ends, in bytes from the start. */
  readonly commits: readonly number[];
}

const HEADER = 32;
const FRAME_HEADER = 24;
/** The last bit tells the byte order that its checksums are made in. */
const MAGIC = 0x377f0682;

/**
 * Reads a write-ahead log as SQLite does when it recovers one, so that what is lost can be told before SQLite passes over
 * it: https://www.sqlite.org/fileformat2.html#the_write_ahead_log. Undefined for none, or one whose header is no good.
 */
export function readJournal(bytes: Buffer): Journal | undefined {
  if (bytes.length < HEADER || (bytes.readUInt32BE(0) & ~1) >>> 0 !== MAGIC) return undefined;
  const words = wordsOf(bytes);
  const sum = new Checksum();
  sum.add(words, 0, HEADER - 8);
  if (!sum.isAt(bytes, HEADER - 8)) return undefined;
  const salt = bytes.toString('hex', 16, 24);
  return { salt, commits: commitsIn(bytes, words, { salt, sum }) };
}

/** How many bytes a journal of so many frames has. */
export function journalLength(frames: number, pageBytes: number): number {
  return frames === 0 ? 0 : HEADER + frames * (FRAME_HEADER + pageBytes);
}

function commitsIn(
  bytes: Buffer,
  words: Uint32Array,
  { salt, sum }: { salt: string; sum: Checksum },
): number[] {
  const frameBytes = FRAME_HEADER + bytes.readUInt32BE(8);
  const commits: number[] = [];
  for (let at = HEADER; at + frameBytes <= bytes.length; at += frameBytes) {
    sum.add(words, at, 8);
    sum.add(words, at + FRAME_HEADER, frameBytes - FRAME_HEADER);
    if (bytes.toString('hex', at + 8, at + 16) !== salt || !sum.isAt(bytes, at + 16)) break;
    const isCommit = bytes.readUInt32BE(at + 4) > 0;
    if (isCommit) commits.push(at + frameBytes);
  }
  return commits;
}

/** The file as 32-bit numbers, in the byte order that its checksums are made in. */
function wordsOf(bytes: Buffer): Uint32Array {
  const copy = Buffer.from(new ArrayBuffer(bytes.length & ~3));
  bytes.copy(copy);
  const isBigEndian = (bytes.readUInt32BE(0) & 1) === 1;
  const isBigEndianHere = new Uint8Array(new Uint32Array([1]).buffer)[0] === 0;
  if (isBigEndian !== isBigEndianHere) copy.swap32();
  return new Uint32Array(copy.buffer);
}

/** SQLite's checksum: two sums, each of which takes up the other. */
class Checksum {
  private first = 0;
  private second = 0;

  /** Adds so many bytes from an offset; both are multiples of eight. */
  add(words: Uint32Array, offset: number, length: number): void {
    let [first, second] = [this.first, this.second];
    const end = (offset + length) / 4;
    for (let word = offset / 4; word < end; word += 2) {
      first = (first + (words[word] ?? 0) + second) | 0;
      second = (second + (words[word + 1] ?? 0) + first) | 0;
    }
    [this.first, this.second] = [first, second];
  }

  isAt(bytes: Buffer, offset: number): boolean {
    return (
      bytes.readInt32BE(offset) === this.first && bytes.readInt32BE(offset + 4) === this.second
    );
  }
}
