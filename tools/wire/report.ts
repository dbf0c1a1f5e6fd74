import type { Delivered, Outcome } from './delivery.ts';

type Result = Outcome['result'];

const words: [result: Result, words: string][] = [
  ['published', 'published'],
  ['known', 'known already'],
  ['deleted', 'known already, and deleted by an editor'],
  ['skipped', 'skipped'],
  ['failed', 'failed'],
  ['unsent', 'not sent'],
];

/**
 * What became of a feed, for the terminal: a count for each result, a reason for each item that was not taken, and what there is to know of the others.
 */
export function reportOf(title: string, { outcomes, end }: Delivered): string {
  const lines = words.flatMap(([result, phrase]) => {
    const those = outcomes.filter((outcome) => outcome.result === result);
    if (those.length === 0 && result !== 'published') return [];
    return [`  ${String(those.length).padStart(5)} ${phrase}`, ...those.flatMap(reasonIn)];
  });
  const items = outcomes.length === 1 ? '1 item' : `${outcomes.length} items`;
  const ending =
    end === undefined ? [] : [`${end} Run it again to send the rest: nothing is sent twice.`];
  return [`${title || 'The feed'}: ${items}`, ...lines, ...ending].join('\n');
}

const reasonIn = (outcome: Outcome): string[] => {
  const reasons = ['why' in outcome ? outcome.why : undefined, outcome.note];
  return reasons
    .filter((why) => why !== undefined)
    .map((why) => `          ${outcome.label}: ${why}`);
};

/** 0 when every item was taken, known or skipped with a reason; 130 after Ctrl-C, as shells have it; else 1. */
export function exitCodeOf({ outcomes, end }: Delivered, isInterrupted: boolean): number {
  if (isInterrupted) return 130;
  const hasFailed = outcomes.some(({ result }) => result === 'failed' || result === 'unsent');
  return hasFailed || end !== undefined ? 1 : 0;
}
