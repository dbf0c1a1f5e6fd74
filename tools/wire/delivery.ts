import type { Delivery } from './news-desk.ts';
import { Refusal } from './refusal.ts';
import type { Reading, Story, StoryReading } from './story.ts';

/** How many stories are on their way at once. */
const atOnce = 8;
/** After so many outages in a row the rest is not tried: each would take a minute to fail. */
const outagesInARow = atOnce * 2;

/** What has become of one item of the feed; `note` is something to know of its story all the same. */
export type Outcome = { label: string; note?: string } & (
  Delivery | { result: 'skipped'; why: string } | { result: 'unsent' }
);

/** What a delivery needs. */
export interface DeliveryParts {
  publish(story: Story, signal: AbortSignal): Promise<Delivery>;
  /** Whether the story was sent before with its former source id; without it nothing is looked for. */
  findFormer?(reading: StoryReading, signal: AbortSignal): Promise<Delivery | undefined>;
  /** Called after each item. */
  onOutcome(outcome: Outcome): void;
  /** Ends the taking of further stories. */
  stop: AbortSignal;
  /** Ends the waiting for those on their way. */
  abandon: AbortSignal;
}

/** All outcomes in the feed's order; `end` says why there are some `unsent`. */
export interface Delivered {
  outcomes: Outcome[];
  end?: string;
}

/**
 * Delivers the stories among the readings, several at once. Every item has an outcome, also when the person, a
 * refusal or an outage ends the delivery before it is through.
 */
export async function deliver(
  readings: readonly Reading[],
  parts: DeliveryParts,
): Promise<Delivered> {
  const outcomes: Outcome[] = readings.map(({ label }) => ({ label, result: 'unsent' }));
  const queue = readings.entries();
  const state: { end?: string; outages: number } = { outages: 0 };
  const mayGoOn = (): boolean => state.end === undefined && !parts.stop.aborted;
  const carry = async (): Promise<void> => {
    while (mayGoOn()) {
      const next = queue.next();
      if (next.done) return;
      const [index, reading] = next.value;
      try {
        const outcome = await outcomeOf(reading, parts);
        outcomes[index] = outcome;
        state.outages = 'isOutage' in outcome && outcome.isOutage ? state.outages + 1 : 0;
        if (state.outages >= outagesInARow) state.end ??= 'The API seems to be down.';
        parts.onOutcome(outcome);
      } catch (failure) {
        // An abandoned story stays unsent; a refusal ends everything.
        if (!parts.abandon.aborted && !(failure instanceof Refusal)) throw failure;
        state.end ??= failure instanceof Refusal ? failure.message : 'Interrupted.';
      }
    }
  };
  await Promise.all(Array.from({ length: atOnce }, carry));
  if (parts.stop.aborted) state.end ??= 'Interrupted.';
  return state.end === undefined ? { outcomes } : { outcomes, end: state.end };
}

async function outcomeOf(reading: Reading, parts: DeliveryParts): Promise<Outcome> {
  const { label } = reading;
  if ('skipped' in reading) return { label, result: 'skipped', why: reading.skipped };
  const { story, note } = reading;
  const former = await parts.findFormer?.(reading, parts.abandon);
  const delivery = former ?? (await parts.publish(story, parts.abandon));
  return { label, ...delivery, ...(note !== undefined && { note }) };
}
