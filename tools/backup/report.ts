import type { Outcome } from './restore-stories.ts';

/** `60 stories, 2 of them in the trash` */
export function countOf({ stories, trashed }: { stories: number; trashed: number }): string {
  return `${stories === 1 ? '1 story' : `${stories} stories`}, ${trashed} of them in the trash`;
}

const words: [outcome: Outcome, words: string][] = [
  ['written', 'written'],
  ['kept', 'left as they are: the table has them as new or newer'],
  ['expired', 'left out: their time in the trash is over'],
];

/** What became of the stories of a backup, a line for each outcome. */
export function reportOf(outcomes: ReadonlyMap<Outcome, number>): string {
  return words
    .map(([outcome, phrase]) => ({ phrase, count: outcomes.get(outcome) ?? 0 }))
    .filter(({ count, phrase }) => count > 0 || phrase === 'written')
    .map(({ count, phrase }) => `  ${String(count).padStart(5)} ${phrase}`)
    .join('\n');
}
