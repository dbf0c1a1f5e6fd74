/** Whose month names are known besides the English ones: the languages of most feeds that do not write RFC 822's. */
const languages = 'de fr es pt it nl sv da nb fi pl cs sk hu ro tr el ru uk ca id hr sl bg'.split(
  ' ',
);
const english =
  'january february march april may june july august september october november december'.split(
    ' ',
  );

/** Letters alone, without accents and case, so that `Fév.` and `fev` are one. */
const plain = (name: string): string => name.normalize('NFD').replace(/\P{L}/gu, '').toLowerCase();

let foreign: Map<string, Set<number>> | undefined;

/**
 * The number of a month, 1 to 12, by its English name or the beginning of one, or else by another language's; undefined for any
 * other word, and for one that means two months (`jui` is two in French, `listopad` another in Czech than in Croatian).
 */
export function monthNamed(word: string): number | undefined {
  const name = plain(word);
  if (name.length < 3) return undefined;
  const index = english.findIndex((month) => month.startsWith(name));
  if (index >= 0) return index + 1;
  foreign ??= foreignNames();
  const exact = foreign.get(name);
  const found = exact ?? meaningOfBeginning(name, foreign);
  const [only] = found;
  return found.size === 1 ? only : undefined;
}

function meaningOfBeginning(name: string, names: Map<string, Set<number>>): Set<number> {
  const found = [...names].filter(([month]) => month.startsWith(name));
  return new Set(found.flatMap(([, numbers]) => [...numbers]));
}

function foreignNames(): Map<string, Set<number>> {
  const names = new Map<string, Set<number>>();
  for (const language of languages) {
    // With a day, since some languages then have another form; alone, since some feeds take that one all the same.
    for (const form of [{ day: 'numeric' }, {}] as const) {
      const format = new Intl.DateTimeFormat(language, { ...form, month: 'long', timeZone: 'UTC' });
      for (let month = 0; month < 12; month++) {
        const parts = format.formatToParts(Date.UTC(2026, month, 15));
        const name = plain(parts.find(({ type }) => type === 'month')?.value ?? '');
        if (name !== '') names.set(name, (names.get(name) ?? new Set()).add(month + 1));
      }
    }
  }
  return names;
}
