/** The elements of HTML, those that it had once, and those of MathML. */
const elements = new Set(
  (
    'a abbr acronym address applet area article aside audio b base basefont bdi bdo bgsound big blink blockquote body br ' +
    'button canvas caption center cite code col colgroup data datalist dd del details dfn dialog dir div dl dt em embed ' +
    'fieldset figcaption figure font footer form frame frameset h1 h2 h3 h4 h5 h6 head header hgroup hr html i iframe img ' +
    'input ins kbd label legend li link listing main map mark marquee math menu meta meter nav nobr noembed noframes ' +
    'noscript object ol optgroup option output p param picture pre progress q rb rp rt rtc ruby s samp script search section ' +
    'select slot small source span strike strong style sub summary sup svg table tbody td template textarea tfoot th thead ' +
    'time title tr track tt u ul var video wbr xmp annotation annotation-xml maction menclose merror mfenced mfrac mi ' +
    'mmultiscripts mn mo mover mpadded mphantom mprescripts mroot mrow ms mspace msqrt mstyle msub msubsup msup mtable ' +
    'mtd mtext mtr munder munderover semantics'
  ).split(' '),
);
/** What is no text of an article: programs, what is shown in place of media, and what is to be filled in. */
export const foreignElements = new Set(
  (
    'annotation annotation-xml applet audio button canvas datalist embed head iframe map noembed noframes noscript object ' +
    'script select style svg template textarea title video'
  ).split(' '),
);
/** Attributes without a value. */
const flags =
  /^(allowfullscreen|async|autofocus|autoplay|checked|compact|controls|default|defer|disabled|formnovalidate|hidden|inert|ismap|itemscope|loop|multiple|muted|nohref|nomodule|noresize|noshade|novalidate|nowrap|open|playsinline|readonly|required|reversed|selected)$/i;

/** A tag as a whole, with quotes that may hold a `<`; or else a `<` alone. At most so many quotes, so that no text takes long. */
const tagOrStray =
  /<(\/?)([a-z][\w]*(?:[-:][\w-]+)*)(?=[\s/>])([^<>"']*(?:(?:"[^">]*"|'[^'>]*')[^<>"']*){0,50}|[^<>]*)>|<(?!!--|!doctype|!\[|\?[a-z])/gi;

/**
 * The same HTML, with every `<` escaped that begins no tag: plain text has these, and a parser of HTML would lose what follows
 * ("below <a threshold"). Comments and declarations stay. An element that XML closes at once (`<iframe/>`) is closed as HTML has it.
 */
export const withoutStrays = (html: string): string =>
  html.replace(tagOrStray, (found: string, slash?: string, name?: string, attributes?: string) =>
    name !== undefined && isTag(slash === '/', name, attributes ?? '')
      ? closed(found, name, attributes ?? '')
      : found.replace('<', '&lt;'),
  );

function closed(tag: string, name: string, attributes: string): string {
  const isEmpty = foreignElements.has(name.toLowerCase()) && /(^|[\s"'])\/$/.test(attributes);
  return isEmpty ? `${tag}</${name}>` : tag;
}

function isTag(isEnd: boolean, name: string, attributes: string): boolean {
  // Elements of other vocabularies have a prefix, elements of one's own a hyphen.
  if (!elements.has(name.toLowerCase()) && !/[-:]/.test(name)) return false;
  const words = attributes.split(/[\s/]+/).filter((word) => word !== '');
  return isEnd || attributes.includes('=') || words.every((word) => flags.test(word));
}

/** Whether a text that `withoutStrays` has read holds any tag, comment or declaration. */
export const hasMarkup = (html: string): boolean => html.includes('<');

/** Whether the text begins and ends with tags, as escaped HTML does and no sentence. */
export function isMarkupThroughout(text: string): boolean {
  const trimmed = text.trim();
  if (!/^<[a-z]/i.test(trimmed) || !/<\/[a-z]\w*\s*>$/i.test(trimmed)) return false;
  return withoutStrays(trimmed).startsWith('<');
}
