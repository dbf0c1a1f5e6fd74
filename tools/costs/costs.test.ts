import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { describe, it } from 'node:test';
import { fileURLToPath } from 'node:url';
import { billFor, totalOf } from './bill.ts';
import { costOf, prices } from './prices.ts';
import { quotas, readersUntil } from './quotas.ts';
import { usual } from './usage.ts';

const close = (actual: number, expected: number): void => {
  assert.ok(Math.abs(actual - expected) < 0.005, `${actual} is not ${expected}`);
};

describe('a price', () => {
  it('is one up to a step, and another beyond it', () => {
    close(costOf(prices.restRequests, 333), 333 * 3.5);
    close(costOf(prices.restRequests, 1500), 333 * 3.5 + 667 * 2.8 + 500 * 2.38);
    close(costOf(prices.zones, 1), 0.5);
  });
});

describe('a bill', () => {
  const entryOf = (readers: number, service: string) =>
    billFor({ ...usual, readers }).find(({ price }) => price.service === service);

  it('counts members over the free ones', () => {
    const members = entryOf(100_000, 'Cognito, Essentials');
    assert.ok(members);
    assert.equal(members.units, 20_000);
    close(members.full - members.free, 10_000 * 0.015);
  });

  it('takes off no more than there is to pay', () => {
    for (const readers of [0, 1, 1000, 1e6]) {
      for (const { full, free } of billFor({ ...usual, readers })) assert.ok(free <= full);
    }
  });

  it('has one kind of gateway and one plan on it', () => {
    const services = billFor({ ...usual, readers: 1000, gateway: 'http', plan: 'plus' }).map(
      ({ price }) => price.service,
    );
    assert.ok(services.includes('API Gateway, HTTP API') && services.includes('Cognito, Plus'));
    assert.ok(!services.includes('API Gateway, REST API'));
    assert.ok(!services.includes('Cognito, Essentials'));
  });

  it('adds up', () => {
    const bill = billFor({ ...usual, readers: 1e7, firewall: 'on', machines: 3 });
    const { full, free, toPay } = totalOf(bill);
    close(toPay, full - free);
    close(
      toPay,
      bill.reduce((sum, entry) => sum + entry.full - entry.free, 0),
    );
  });
});

describe('a quota', () => {
  it('is met by as many readers as its load says', () => {
    const mails = quotas.find(({ unit }) => unit === 'a day');
    assert.ok(mails);
    // 50 mails a day are 1,500 a month; a reader in five is a member, of whom each second one gets a mail.
    close(readersUntil(mails), 1500 / (0.2 * 0.5));
    close(readersUntil(mails, { ...usual, memberShare: 0.1 }), 1500 / (0.1 * 0.5));
  });
});

describe('npm run costs', () => {
  const script = fileURLToPath(new URL('../costs.ts', import.meta.url));
  const costs = (...args: string[]): { status: number | null; text: string } => {
    const { status, stdout, stderr } = spawnSync(process.execPath, [script, ...args], {
      encoding: 'utf8',
    });
    return { status, text: stdout + stderr };
  };

  it('takes the numbers of whoever asks', () => {
    const { status, text } = costs('--readers', '250000', '--members', '0.1', '--machines', '2');
    assert.equal(status, 0);
    assert.match(text, /\| Cognito, Essentials +\| +25,000 × monthly active member \|/);
    assert.match(text, /\| Cognito, app clients of machines +\| +2 × client \| +\$12\.00 \|/);
  });

  const mistakes: [name: string, args: string[], words: RegExp][] = [
    [
      'no number',
      ['--readers', 'many'],
      /^--readers must be a number from 0 to 1[0]+, and is "many"\.\n$/,
    ],
    [
      'a share over one',
      ['--members', '5'],
      /^--members must be a number from 0 to 1, and is "5"\.\n$/,
    ],
    ['another plan', ['--plan', 'lite'], /^--plan must be essentials or plus, and is "lite"\.\n$/],
    [
      'an unknown option',
      ['--people', '5'],
      /^Unknown option '--people'\.\nUsage: npm run costs -- /,
    ],
  ];
  for (const [name, args, words] of mistakes) {
    it(`says what is wrong: ${name}`, () => {
      const { status, text } = costs(...args);
      assert.match(text, words);
      assert.equal(status, 1);
    });
  }

  it('finds its tables in the docs as they should be', () => {
    assert.deepEqual(costs('--check'), { status: 0, text: '' });
  });
});
