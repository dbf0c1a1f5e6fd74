import { billFor, totalOf } from './bill.ts';
import type { Entry } from './bill.ts';
import { count, exactMoney, money } from './money.ts';
import { prices, pricesReadOn } from './prices.ts';
import type { Price, PriceName } from './prices.ts';
import { quotas, readersUntil } from './quotas.ts';
import { usual } from './usage.ts';
import type { Assumptions } from './usage.ts';

const sizes = [1000, 100_000, 10_000_000];

const row = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`;

/** A Markdown table; all columns but the first to the right where `isNumeric`. */
function table(head: readonly string[], rows: readonly string[][], isNumeric: boolean): string {
  const line = head.map((_, column) => (isNumeric && column > 0 ? '--:' : '---'));
  return [row(head), row(line), ...rows.map(row)].join('\n');
}

/** The bill for each size: what it comes to before what is free for good, and the sums. */
export function sizesTable(): string {
  const bills = sizes.map((readers) => billFor({ readers, ...usual }));
  const names = [...new Set(bills.flat().map(({ price }) => price.service))];
  const amounts = (bill: Entry[], name: string): string => {
    const entry = bill.find(({ price }) => price.service === name);
    return entry ? money(entry.full) : '';
  };
  const totals = bills.map(totalOf);
  return table(
    ['a month, in US dollars', ...sizes.map((readers) => `${count(readers)} readers`)],
    [
      ...names.map((name) => [name, ...bills.map((bill) => amounts(bill, name))]),
      ['sum', ...totals.map(({ full }) => money(full))],
      ['free for good', ...totals.map(({ free }) => `−${money(free)}`)],
      ['**to pay**', ...totals.map(({ toPay }) => `**${money(toPay)}**`)],
    ],
    true,
  );
}

/** What a choice changes, for each size. */
export function choicesTable(): string {
  const toPay = (readers: number, choice: Partial<Assumptions>): number =>
    totalOf(billFor({ readers, ...usual, ...choice })).toPay;
  const choices: [words: string, choice: Partial<Assumptions>][] = [
    ['as above', {}],
    ['`-c gateway=http`', { gateway: 'http' }],
    ['`-c plan=plus`', { plan: 'plus' }],
    ['`-c firewall=on`', { firewall: 'on' }],
    ['`-c machines=all`: three clients', { machines: 3 }],
    ['half as many members', { memberShare: usual.memberShare / 2 }],
    ['nine lists of ten from CloudFront', { listsFromEdge: 0.9 }],
  ];
  return table(
    ['to pay a month', ...sizes.map((readers) => `${count(readers)} readers`)],
    choices.map(([words, choice]) => [
      words,
      ...sizes.map((readers) => money(toPay(readers, choice))),
    ]),
    true,
  );
}

/** One bill with its arithmetic. */
export function billTable(assumed: Assumptions): string {
  const bill = billFor(assumed);
  const { full, free, toPay } = totalOf(bill);
  const rows = bill.map((entry) => [
    entry.price.service,
    `${count(entry.units)} × ${entry.price.unit}`,
    money(entry.full),
    entry.free > 0 ? `−${money(entry.free)}` : '',
    money(entry.full - entry.free),
  ]);
  const sums = ['**sum**', '', money(full), `−${money(free)}`, `**${money(toPay)}**`];
  return table(['service', 'a month', 'price', 'free', 'to pay'], [...rows, sums], true);
}

/** All prices, with where they come from. */
export function pricesTable(): string {
  const rows = (Object.keys(prices) as PriceName[]).map((name) => {
    const price: Price = prices[name];
    return [
      price.service,
      stepsOf(price),
      price.free === undefined ? '' : `${count(price.free)} × ${price.unit}`,
      price.region,
      price.source === 'unconfirmed' ? '**not confirmed**' : `[page](${price.source})`,
    ];
  });
  const head = ['service', 'price', 'free each month', 'region', `read on ${pricesReadOn}`];
  return table(head, rows, false);
}

function stepsOf({ steps, unit }: Price): string {
  const [first, ...more] = steps;
  const words = more.map(({ price }, index) => {
    const from = steps[index]?.upTo ?? 0;
    return `${exactMoney(price)} over ${count(from)}`;
  });
  return [`${exactMoney(first.price)} per ${unit}`, ...words].join('; ');
}

/** Each quota, and how many readers it takes to meet it: the first to be met first. */
export function quotasTable(): string {
  const rows = quotas
    .map((quota) => ({ quota, readers: readersUntil(quota) }))
    .sort((a, b) => a.readers - b.readers)
    .map(({ quota: { name, limit, unit, raise, source }, readers }) => [
      `[${name}](${source})`,
      `${count(limit)} ${unit}`,
      raise,
      count(Number(readers.toPrecision(2))),
    ]);
  return table(['quota', 'by default', 'AWS raises it', 'readers a month'], rows, false);
}
