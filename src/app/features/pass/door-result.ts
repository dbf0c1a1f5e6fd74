import { Component, computed, input, output } from '@angular/core';
import { plainText } from './claim-value';
import { doorName } from './door';
import type { Cell, Trial } from './door-trial';
import { endOf } from './held-tokens';
import { columnNames, type Wallet } from './presented-token';
import { relativeTime } from './time-words';

/** Of a longer body, so much is shown; in characters. */
const longestBody = 1_200;

/** What came of one try: the request, what was expected, and the answer. */
@Component({ selector: 'pp-door-result', templateUrl: './door-result.html' })
export class DoorResult {
  readonly cell = input.required<Cell>();
  readonly trial = input.required<Trial>();
  readonly wallet = input.required<Wallet>();
  /** Asks for the tampered token without a signature. */
  readonly unsigned = output();

  protected readonly title = computed(
    () => `${doorName(this.cell().door)} with ${columnNames[this.cell().column]}`,
  );
  protected readonly body = computed(() => {
    const trial = this.trial();
    const isAnswered = trial.kind === 'answered' && trial.answer.kind === 'answered';
    return isAnswered ? shownBody(trial.answer.body) : '';
  });
  protected readonly whenExpired = computed(() => {
    const { held, now } = this.wallet();
    const end = Math.max(endOf(held.id.claims), endOf(held.access.claims));
    return `There is none yet. Leave this page open: its tokens end ${relativeTime(end - now)}, and are tried here from then on.`;
  });
}

function shownBody(body: string): string {
  const text = body.split('\n').map(plainText).join('\n');
  const indented = withIndent(text);
  const more = indented.length - longestBody;
  return more > 0
    ? `${indented.slice(0, longestBody)}\n… and ${more.toLocaleString('en-GB')} characters more`
    : indented;
}

function withIndent(text: string): string {
  try {
    return JSON.stringify(JSON.parse(text), null, 2);
  } catch {
    // Not JSON: shown as it came.
    return text;
  }
}
