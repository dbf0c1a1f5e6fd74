import { setTimeout as delay } from 'node:timers/promises';
import { examine } from '../doctor/examination.ts';
import { findingText } from '../doctor/finding.ts';
import type { Finding } from '../doctor/finding.ts';

/** How often, and after what pause in milliseconds, an address is looked at again. */
export interface Patience {
  attempts: number;
  pause: number;
}

/** Two minutes: a name that was just made is not known everywhere at once, and neither is a stage. */
export const usualPatience: Patience = { attempts: 9, pause: 15_000 };

/**
 * Looks at a deployed address as the doctor does, with real requests that change nothing, until all is well or patience ends.
 * Prints the last look; resolves to whether all was well.
 */
export async function smokeTest(address: URL, { attempts, pause }: Patience): Promise<boolean> {
  let findings: Finding[] = [];
  for (let attempt = 1; attempt <= attempts; attempt += 1) {
    findings = [];
    for await (const finding of examine(address)) findings.push(finding);
    if (findings.every(({ kind }) => kind !== 'problem')) break;
    if (attempt < attempts) await delay(pause);
  }
  for (const finding of findings) console.log(findingText(finding));
  return findings.every(({ kind }) => kind !== 'problem');
}
