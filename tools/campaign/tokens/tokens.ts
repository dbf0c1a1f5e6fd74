import type { Campaign, Case } from '../campaign.ts';
import { about } from '../about.ts';
import { inLanes } from '../lanes.ts';
import type { Report } from '../report.ts';
import { openTarget } from '../target.ts';
import { brokenSense } from './broken-sense.ts';
import { brokenText } from './broken-text.ts';
import { doorsOf } from './doors.ts';
import type { Door } from './doors.ts';
import type { Forger, Workshop } from './forger.ts';
import { forgersKeys } from './forgers-keys.ts';
import { isJwt } from './jwt.ts';
import { ownSigner, wrongInWords } from './own-keys.ts';
import type { OwnSigner } from './own-keys.ts';
import { realTokens } from './real-tokens.ts';
import type { RealTokens } from './real-tokens.ts';

const lanes = 16;

/** Forged tokens made of real ones, at everything that takes tokens: only a real one's bytes may be accepted. */
export const tokens: Campaign = async (conditions) => {
  const { target, report } = conditions;
  await using standIn = await openTarget(target);
  const { url, folder } = standIn;
  const [real, doors, { pools }] = await Promise.all([realTokens(url), doorsOf(url), about(url)]);
  const keys = await forgersKeys(url, [pools.people, pools.services]);
  const sign = folder === undefined ? undefined : ownSigner(folder);
  await tryReal(real, doors, report);
  const all = Object.values(real);
  const attempt = async ({ number, random }: Case): Promise<void> => {
    const door = random.pick(doors);
    const forged = forge(real, door, { random, all, keys }, sign);
    if (!forged || !canBeSent(door, forged.token) || all.includes(forged.token.trim())) return;
    await tryForged(door, forged, number, report);
  };
  await inLanes(conditions, lanes, attempt);
  // And none of the forged ones has ended a real one.
  await tryReal(real, doors, report);
};

/** Shows that the doors are open for whom they should be, and for no other real token: else refusals would prove nothing. */
async function tryReal(real: RealTokens, doors: readonly Door[], report: Report): Promise<void> {
  for (const door of doors) {
    for (const [name, token] of Object.entries(real)) {
      const isRight = door.takes.some((taken) => taken === name);
      const { isAccepted, seen } = await door.present(token);
      const what = isRight ? 'real tokens' : 'real tokens where they do not belong';
      if (isAccepted === isRight) report.count(what, isRight ? 'accepted' : 'refused');
      else report.fail({ what, case: -1, input: { at: door.name, name, token }, seen });
    }
  }
}

interface Forged {
  how: string;
  token: string;
}

function forge(
  real: RealTokens,
  door: Door,
  workshop: Workshop,
  sign: OwnSigner | undefined,
): Forged | undefined {
  const { random, all } = workshop;
  // Mostly of what the door would take.
  const original = random.happens(0.8) ? real[random.pick(door.takes)] : random.pick(all);
  if (sign && isJwt(original) && random.happens(0.2)) {
    return wrongInWords(original, door, random, sign);
  }
  const forgers = Object.entries<Forger>(
    isJwt(original) ? { ...brokenText, ...brokenSense } : brokenText,
  );
  const [how, forger] = random.pick(forgers);
  return { how, token: forger(original, workshop) };
}

/** A header cannot carry every text; a JSON body can. */
function canBeSent({ name }: Door, token: string): boolean {
  return !/GET|POST/.test(name) || (/^[\t\x20-\x7e]*$/.test(token) && token.length < 15_000);
}

async function tryForged(
  door: Door,
  { how, token }: Forged,
  number: number,
  report: Report,
): Promise<void> {
  const { isAccepted, status, seen } = await door.present(token);
  if (!isAccepted && status < 500) report.count(how, 'refused');
  else report.fail({ what: how, case: number, input: { at: door.name, token }, seen });
}
