import type { Random } from '../random.ts';

const letters = 'abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-_.@:/+ #$';

/** Texts that have broken something somewhere. */
const odd = [
  '',
  ' ',
  '\u0000',
  'a\r\nX-Injected: b',
  '\u001b[31m',
  '\ud800',
  '\udc00\ud800',
  '\u202edoc',
  '\ufeff',
  '\u2028',
  'e\u0301',
  'ß',
  'İ',
  '😀'.repeat(40),
  '👩‍👩‍👧‍👦',
  'Z̴̡̛a̸͝l̷g̶o̵',
  "' OR 1=1 --",
  '{{7*7}}',
  '${7*7}',
  '<script>alert(1)</script>',
  '__proto__',
  'constructor',
  'prototype',
  'toString',
  'hasOwnProperty',
  '../../etc/passwd',
  '%00',
  '%c0%af',
  'null',
  'undefined',
  'NaN',
  '-1',
  '1e309',
  '0x10',
  '١٢٣',
  '9007199254740993',
  '2026-13-45T99:99:99Z',
  '+275760-09-13T00:00:00.001Z',
  'true',
  '[object Object]',
  'eyJhbGciOiJub25lIn0.e30.',
];

/** A text of any kind, mostly short, seldom as long as a body may be. */
export function anyText(random: Random): string {
  if (random.happens(0.45)) return random.pick(odd);
  if (random.happens(0.0015)) return 'x'.repeat(random.pick([2 ** 16, 2 ** 20 - 200, 2 ** 20 + 1]));
  if (random.happens(0.05))
    return random.pick(['a', '€', '😀', '\\', '"']).repeat(random.below(3000));
  if (random.happens(0.3)) return `${anyText(random)}${anyText(random)}`.slice(0, 5000);
  const length = random.below(random.pick([4, 12, 40, 200]));
  return Array.from({ length }, () => letters[random.below(letters.length)]).join('');
}

/** A number of any kind that JSON can hold. */
export const anyNumber = (random: Random): number =>
  random.happens(0.6)
    ? random.pick([
        0,
        1,
        -1,
        -0,
        0.5,
        60,
        61,
        2 ** 31,
        2 ** 32,
        2 ** 53,
        -(2 ** 53) - 2,
        1e308,
        1e-308,
      ])
    : random.below(2 ** random.below(32)) * random.pick([1, 1, -1, 0.1]);
