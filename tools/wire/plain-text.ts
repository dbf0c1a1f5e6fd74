import { compile } from 'html-to-text';
import type { FeedText } from './feed.ts';
import { foreignElements, hasMarkup, isMarkupThroughout, withoutStrays } from './markup.ts';

/** What is nested deeper than anybody writes is left out: walking it would exhaust the stack. */
const limits = { maxInputLength: 2_000_000, maxDepth: 100, ellipsis: '' };
const selectors = [
  ...[...foreignElements, '[hidden]'].map((selector) => ({ selector, format: 'skip' })),
  { selector: 'a', options: { ignoreHref: true } },
  { selector: 'img', format: 'skip' },
  { selector: 'ul', options: { itemPrefix: '– ' } },
  { selector: 'table', format: 'dataTable', options: { uppercaseHeaderCells: false } },
  ...['h1', 'h2', 'h3', 'h4', 'h5', 'h6'].map((selector) => ({
    selector,
    options: { uppercase: false },
  })),
];

const markup = compile({ wordwrap: false, limits, selectors });
/** For text without a tag: its line breaks are its paragraphs. */
const entities = compile({ wordwrap: false, limits, selectors, preserveNewlines: true });

/** Characters that turn the direction of the text after them, as far as the next line; the paper takes none. */
const directions = /[\u202a-\u202e\u2066-\u2069]/g;

/** A feed's text as the paper keeps it: no markup, paragraphs parted by a blank line, nothing that a terminal obeys. */
export function plainText({ text, kind }: FeedText): string {
  const plain = kind === 'plain' ? text : withoutMarkup(text);
  return plain
    .toWellFormed()
    .replace(/\r\n?/g, '\n')
    .replace(/[^\P{Cc}\n]/gu, ' ')
    .replace(directions, '')
    .split('\n')
    .map((line) => line.trim())
    .join('\n')
    .replace(/\n{3,}/g, '\n\n')
    .trim();
}

/** The same in one line. */
export const plainLine = (text: FeedText): string => oneLine(plainText(text));

/** One line that a terminal can show: any white space and what a terminal would obey becomes one space. */
export const oneLine = (text: string): string =>
  text
    .replace(directions, '')
    .replace(/[\s\p{Cc}]+/gu, ' ')
    .trim();

/** No article has more; unclosed, they would take time that grows with their square. */
const mostTags = 20_000;

function withoutMarkup(text: string): string {
  const tags = text.match(/<[a-z!/?]/gi)?.length ?? 0;
  if (tags > mostTags) return '';
  const html = withoutStrays(text);
  if (hasMarkup(html)) return markup(html);
  const plain = entities(html);
  // Escaped once too often: the text is whole HTML, and no story is.
  return isMarkupThroughout(plain) ? markup(withoutStrays(plain)) : plain;
}

/** The text with at most so many characters (code points), cut after a word and marked with `…`. */
export function cutAtWord(text: string, longest: number): string {
  const characters = Array.from(text);
  if (characters.length <= longest) return text;
  const head = characters.slice(0, longest - 1).join('');
  const isWordWhole = /\s/.test(characters[longest - 1] ?? '');
  const words = isWordWhole ? head : head.replace(/\s\S*$/, '');
  return `${words.trimEnd().replace(/[,;:–-]+$/, '')}…`;
}
