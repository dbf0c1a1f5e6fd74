/** `npm run costs`: what a month on AWS comes to, with your own numbers; docs/costs.md. */
import { argv } from 'node:process';
import { format } from 'prettier';
import { computePages } from './costs/pages.ts';
import { billTable } from './costs/tables.ts';
import { usual } from './costs/usage.ts';
import type { Assumptions } from './costs/usage.ts';
import { runCommand, StartUpProblem } from './processes/start-up-problem.ts';
import { argumentsFrom } from './processes/usage.ts';

const usage = `Usage: npm run costs -- [--readers 250000] [--members 0.1] [--visits 8] [--machines 3]
                        [--gateway http] [--plan plus] [--firewall on]
       npm run costs -- --write | --check     the tables of docs/costs.md and docs/limits-and-growth.md`;

const text = { type: 'string' } as const;
const flag = { type: 'boolean' } as const;
const options = {
  readers: text,
  members: text,
  visits: text,
  machines: text,
  gateway: text,
  plan: text,
  firewall: text,
  write: flag,
  check: flag,
};

type Values = ReturnType<typeof parsed>;

function parsed(args: string[]) {
  return argumentsFrom(args, usage, { options }).values;
}

function assumptionsFrom(values: Values): Assumptions {
  return {
    ...usual,
    readers: numberFrom('readers', values.readers, 100_000, 1e10),
    memberShare: numberFrom('members', values.members, usual.memberShare, 1),
    visitsPerReader: numberFrom('visits', values.visits, usual.visitsPerReader, 1000),
    machines: numberFrom('machines', values.machines, usual.machines, 1000),
    gateway: oneOf(['rest', 'http'], 'gateway', values.gateway),
    plan: oneOf(['essentials', 'plus'], 'plan', values.plan),
    firewall: oneOf(['off', 'on'], 'firewall', values.firewall),
  };
}

function numberFrom(name: string, value: string | undefined, otherwise: number, most: number) {
  if (value === undefined) return otherwise;
  const number = Number(value);
  if (/^\d+(\.\d+)?$/.test(value) && number <= most) return number;
  throw new StartUpProblem(`--${name} must be a number from 0 to ${most}, and is "${value}".`);
}

function oneOf<const Choice extends string>(
  choices: readonly [Choice, ...Choice[]],
  name: string,
  value: string = choices[0],
): Choice {
  const choice = choices.find((one) => one === value);
  if (choice !== undefined) return choice;
  throw new StartUpProblem(`--${name} must be ${choices.join(' or ')}, and is "${value}".`);
}

async function costs(): Promise<number> {
  const values = parsed(argv.slice(2));
  if (values.check === true) {
    const stale = await computePages('check');
    if (stale.length > 0)
      console.error(`Stale, run \`npm run costs -- --write\`: ${stale.join(', ')}`);
    return stale.length > 0 ? 1 : 0;
  }
  if (values.write === true) {
    for (const page of await computePages('write')) console.log(`Written: ${page}`);
    return 0;
  }
  const bill = await format(billTable(assumptionsFrom(values)), { parser: 'markdown' });
  console.log(bill.trimEnd());
  return 0;
}

await runCommand(costs);
