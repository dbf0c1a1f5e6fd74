/** `npm run campaign`: attacks on the stand-in, bounded in time and repeatable by their seed; docs/reliability.md. */
import { randomInt } from 'node:crypto';
import { argv } from 'node:process';
import type { Campaign } from './campaign/campaign.ts';
import { Report } from './campaign/report.ts';
import { targetFrom } from './campaign/target.ts';
import { runCommand, StartUpProblem } from './processes/start-up-problem.ts';
import { argumentsFrom, misuse } from './processes/usage.ts';

const usage = `Usage: npm run campaign -- <name> [--seconds 30] [--cases 1000] [--seed 1]
                          [--target http://localhost:4300]
       tokens     forged and mutated tokens at everything that takes tokens
       fuzz       random requests at everything that answers
       crashes    kill -9 at each write of a first start and of operations, and among writes
       races      pairs of writes at the same time
The same seed tries the same again. Without --target it starts a stand-in of its own.`;

const campaigns: Readonly<Record<string, () => Promise<Campaign>>> = {
  tokens: async () => (await import('./campaign/tokens/tokens.ts')).tokens,
  fuzz: async () => (await import('./campaign/fuzz/fuzz.ts')).fuzz,
  crashes: async () => (await import('./campaign/crashes/crashes.ts')).crashes,
  races: async () => (await import('./campaign/races/races.ts')).races,
};

const text = { type: 'string' } as const;
const form = {
  options: { seconds: text, cases: text, seed: text, target: text },
  allowPositionals: true,
};

async function campaign(): Promise<number> {
  const { values, positionals } = argumentsFrom(argv.slice(2), usage, form);
  const [name = '', ...more] = positionals;
  const load = Object.hasOwn(campaigns, name) ? campaigns[name] : undefined;
  if (!load || more.length > 0) throw misuse('Name one campaign.', usage);
  const seconds = wholeNumber('seconds', values.seconds, 30, 24 * 3600);
  const seed = wholeNumber('seed', values.seed, randomInt(2 ** 31), 2 ** 31);
  const cases = wholeNumber('cases', values.cases, Infinity, 1e9);
  const target = targetFrom(values.target);
  const run = await load();
  const again = `npm run campaign -- ${name} --seed ${seed} --seconds ${seconds}${values.cases === undefined ? '' : ` --cases ${cases}`}`;
  console.log(`Campaign ${name}, seed ${seed}, up to ${seconds} s.`);
  const report = new Report();
  const start = performance.now();
  await run({ seed, seconds, cases, target, report });
  console.log(`${String(report)}\n`);
  const took = `${((performance.now() - start) / 1000).toFixed(0)} s, seed ${seed}`;
  console.log(
    report.failed > 0 ? `${report.failed} failed. To repeat: ${again}` : `All held. ${took}`,
  );
  return report.failed > 0 ? 1 : 0;
}

function wholeNumber(name: string, value: string | undefined, otherwise: number, most: number) {
  if (value === undefined) return otherwise;
  const number = Number(value);
  if (/^\d+$/.test(value) && number <= most) return number;
  throw new StartUpProblem(
    `--${name} must be a whole number from 0 to ${most}, and is "${value}".`,
  );
}

await runCommand(campaign);
