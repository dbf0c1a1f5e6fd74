import { bytesOf, encoded, partsOf } from './jwt.ts';
import type { Parts } from './jwt.ts';
import { withParts } from './forger.ts';
import type { Forger } from './forger.ts';

const alphabet = Array.from('ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_');
const names = ['header', 'payload', 'signature'] as const;

const flippedIn =
  (name: keyof Parts): Forger =>
  (token, { random }) =>
    withParts(token, (parts) => {
      const bytes = bytesOf(parts[name]);
      const at = random.below(bytes.length);
      bytes[at] = (bytes[at] ?? 0) ^ (1 << random.below(8));
      return { [name]: encoded(bytes) };
    });

/** The bits that the last character has too many: other text, the same bytes. */
const otherLastCharacter: Forger = (token, { random }) =>
  withParts(token, (parts) => {
    const name = random.pick(names);
    const last = alphabet.indexOf(parts[name].slice(-1));
    const next = alphabet[last ^ (1 + random.below(3))] ?? 'A';
    return { [name]: parts[name].slice(0, -1) + next };
  });

const otherAlphabet: Forger = (token) => token.replaceAll('-', '+').replaceAll('_', '/');

const padded: Forger = (token, { random }) =>
  withParts(token, (parts) => {
    const name = random.pick(names);
    return { [name]: parts[name] + '='.repeat(1 + random.below(3)) };
  });

const stuffed: Forger = (token, { random }) => {
  const at = 1 + random.below(token.length - 2);
  const stuffing = random.pick([
    ' ',
    '=',
    '.',
    ',',
    '\t',
    '%',
    '%2E',
    '\n',
    '\0',
    '~',
    '!',
    'é',
    '\u200b',
  ]);
  return token.slice(0, at) + stuffing + token.slice(at);
};

/** Forgeries that need no understanding of what the text says. */
export const brokenText: Readonly<Record<string, Forger>> = {
  'a bit of the header': flippedIn('header'),
  'a bit of the claims': flippedIn('payload'),
  'a bit of the signature': flippedIn('signature'),
  'another character': (token, { random }) => {
    const at = random.below(token.length);
    return token.slice(0, at) + random.pick(alphabet) + token.slice(at + 1);
  },
  'a character more': stuffed,
  'other base64 of the same bytes': (token, workshop) =>
    workshop.random.pick([otherLastCharacter, otherAlphabet, padded])(token, workshop),
  'the beginning only': (token, { random }) => token.slice(0, random.below(token.length)),
  'the end only': (token, { random }) => token.slice(1 + random.below(token.length - 1)),
  'other letters': (token, { random }) =>
    random.happens(0.5) ? token.toUpperCase() : token.toLowerCase(),
  'something before or after': (token, { random }) => {
    const more = random.pick(['x', '.', '..', '.e30', '=', 'null', '"', "'", token]);
    return random.happens(0.5) ? more + token : token + more;
  },
  'other parts': (token, { random, all }) => {
    const given = [partsOf(token), partsOf(random.pick(all)), partsOf(random.pick(all))];
    const [a, b, c] = random.shuffled(given);
    return [a?.header, b?.payload, c?.signature].join('.');
  },
  'parts in another order': (token, { random }) => random.shuffled(token.split('.')).join('.'),
  'parts left out': (token, { random }) =>
    withParts(token, () => ({ [random.pick(names)]: random.pick(['', 'e30', 'AA']) })),
};
