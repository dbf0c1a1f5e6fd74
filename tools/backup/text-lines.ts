/** The most bytes a line may have; a DynamoDB item has at most 400 KB ("Quotas in Amazon DynamoDB"). */
const longestLine = 4 * 1024 * 1024;

/** What was read is not made of lines that could be ours. */
export class LineTooLong extends Error {
  override readonly name = 'LineTooLong';
}

/** Splits bytes at line feeds, which stay; a last line without one is left out. Holds one line at a time. */
export async function* textLines(bytes: AsyncIterable<Uint8Array>): AsyncGenerator<Buffer> {
  let rest = Buffer.alloc(0);
  for await (const chunk of bytes) {
    rest = Buffer.concat([rest, chunk]);
    let start = 0;
    for (let end; (end = rest.indexOf(10, start)) >= 0; start = end + 1) {
      yield rest.subarray(start, end + 1);
    }
    rest = rest.subarray(start);
    if (rest.length > longestLine) throw new LineTooLong('A line is too long.');
  }
}
