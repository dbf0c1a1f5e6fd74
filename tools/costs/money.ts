const dollars = (digits: number): Intl.NumberFormat =>
  new Intl.NumberFormat('en', { minimumFractionDigits: digits, maximumFractionDigits: digits });

/** `$1,234` or `$0.12`: cents only where they are all there is. */
export function money(amount: number): string {
  if (amount > 0 && amount < 0.005) return '< $0.01';
  return `$${dollars(amount >= 100 ? 0 : 2).format(amount)}`;
}

/** `12,345`, or three digits of a small number. */
export function count(amount: number): string {
  const options = amount >= 1000 ? { maximumFractionDigits: 0 } : { maximumSignificantDigits: 3 };
  return new Intl.NumberFormat('en', options).format(amount);
}

/** A price, which may have more digits than cents. */
export const exactMoney = (amount: number): string =>
  `$${new Intl.NumberFormat('en', { minimumFractionDigits: 2, maximumFractionDigits: 6 }).format(amount)}`;
