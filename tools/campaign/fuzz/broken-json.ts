import type { Random } from '../random.ts';

/** The JSON of a value, in some cases no longer JSON, or not in UTF-8. */
export function jsonOf(value: unknown, random: Random): Buffer {
  const text = textOf(value);
  return random.happens(0.92) ? Buffer.from(text) : spoilt(text, random);
}

/** Too deep for the serializer: the same by hand. */
function textOf(value: unknown): string {
  try {
    return JSON.stringify(value);
  } catch {
    // RangeError: nothing of this program's is wrong, the value is meant to be deep.
    return `${'['.repeat(3000)}${']'.repeat(3000)}`;
  }
}

function spoilt(text: string, random: Random): Buffer {
  const at = random.below(text.length + 1);
  switch (random.below(10)) {
    case 0:
      return Buffer.from(text.slice(0, at));
    case 1:
      return Buffer.from(
        text.slice(0, at) + random.pick(['}', '"', ',', '\0', '\\', '[']) + text.slice(at),
      );
    case 2:
      return Buffer.from(`\ufeff${text}`);
    case 3:
      return Buffer.from(text, 'utf16le');
    case 4:
      return Buffer.concat([
        Buffer.from(text.slice(0, at)),
        Buffer.from([0xff, 0xc0, 0x80]),
        Buffer.from(text.slice(at)),
      ]);
    case 5:
      return Buffer.from(text.replaceAll('"', "'"));
    case 6:
      return Buffer.from(text + text);
    case 7:
      return Buffer.from(text.replace('{', '{"__proto__":{"isAdmin":true},'));
    case 8:
      return Buffer.from(
        random.pick(['', ' ', 'null', 'NaN', 'undefined', '{', '"', '[]', '0', 'a=b&c=d']),
      );
    default:
      return Buffer.from('['.repeat(random.pick([100, 10_000, 100_000])));
  }
}
