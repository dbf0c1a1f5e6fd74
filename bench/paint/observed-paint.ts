import type { Page } from '@playwright/test';

/** How a page came up, as the browser itself saw it. Times in milliseconds since the navigation began. */
export interface Paint {
  firstContentful: number;
  largestContentful: number;
  /** Everything that moved, added up: the score of CLS where all of it happens within five seconds, and never less than it. */
  layoutShift: number;
  /** How long nothing could have been tapped: of each task what it takes beyond 50 ms, by long animation frames. */
  blocking: number;
}

/** What the browser has recorded since the navigation, as far as it counts here. */
export interface Recorded {
  paints: readonly { name: string; startTime: number }[];
  largestPaints: readonly { startTime: number }[];
  shifts: readonly { value: number; hadRecentInput: boolean }[];
  longFrames: readonly { blockingDuration: number }[];
}

/** Milliseconds for what comes late, such as a web font, after the page has gone quiet. */
const settling = 1_500;

/**
 * Opens a page, waits until `readyWhen` is there and nothing more happens, and asks the browser how it came up.
 * Nobody touches the page meanwhile: the largest paint is only looked for until then.
 */
export async function observePaint(page: Page, url: string, readyWhen: string): Promise<Paint> {
  await page.goto(url);
  await page.locator(readyWhen).first().waitFor();
  await page.waitForLoadState('networkidle');
  await page.waitForTimeout(settling);
  return paintOf(await page.evaluate(recorded));
}

/** What Chromium's entries have, each kind some of it; TypeScript does not know them. */
interface Entry {
  name: string;
  startTime: number;
  value: number;
  hadRecentInput: boolean;
  blockingDuration: number;
}

/** Runs in the page. Throws where the browser does not record one of the kinds, which is not the same as none of it. */
function recorded(): Recorded {
  const entriesOf = (type: string): Entry[] => {
    if (!PerformanceObserver.supportedEntryTypes.includes(type)) throw new Error(`No ${type}.`);
    const observer = new PerformanceObserver(() => undefined);
    observer.observe({ type, buffered: true });
    const entries = observer.takeRecords();
    observer.disconnect();
    return entries as unknown[] as Entry[];
  };
  return {
    paints: entriesOf('paint').map(({ name, startTime }) => ({ name, startTime })),
    largestPaints: entriesOf('largest-contentful-paint').map(({ startTime }) => ({ startTime })),
    shifts: entriesOf('layout-shift').map(({ value, hadRecentInput }) => ({
      value,
      hadRecentInput,
    })),
    longFrames: entriesOf('long-animation-frame').map(({ blockingDuration }) => ({
      blockingDuration,
    })),
  };
}

/** Throws when nothing was painted. */
export function paintOf({ paints, largestPaints, shifts, longFrames }: Recorded): Paint {
  const first = paints.find(({ name }) => name === 'first-contentful-paint');
  // Each is larger than the one before.
  const largest = largestPaints.at(-1);
  if (!first || !largest) throw new Error('The browser has recorded no paint.');
  return {
    firstContentful: first.startTime,
    largestContentful: largest.startTime,
    layoutShift: sum(shifts.map(({ value, hadRecentInput }) => (hadRecentInput ? 0 : value))),
    blocking: sum(longFrames.map(({ blockingDuration }) => blockingDuration)),
  };
}

const sum = (numbers: readonly number[]): number => numbers.reduce((a, b) => a + b, 0);
