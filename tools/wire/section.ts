import type { components } from '../../contract/generated/news-types.ts';

type Section = components['schemas']['Section'];

/** The words that stand for a section; docs/wire.md shows them. World is where everything else goes. */
const words: Record<Section, string> = {
  World: 'world international politics diplomacy abroad foreign nation nations',
  City: 'city local metro town region regional community council transport trams harbour',
  Business: 'business economy economics finance markets money companies industry trade work',
  Science: 'science technology tech health medicine environment climate nature space research',
  Culture:
    'culture arts art books music film theatre museum museums food travel lifestyle entertainment',
  Sport: 'sport sports football cricket tennis cycling rowing athletics rugby olympics',
};

const sections = new Map(
  Object.entries(words).flatMap(([section, list]) =>
    list.split(' ').map((word) => [word, section as Section]),
  ),
);

/** The section of an item: that of the first word in its categories that stands for one. */
export function sectionFor(categories: readonly string[]): Section {
  const found = categories
    .flatMap((category) => category.toLowerCase().match(/\p{L}+/gu) ?? [])
    .map((word) => sections.get(word));
  return found.find((section) => section !== undefined) ?? 'World';
}
