/** The value below which half of the numbers lie; the mean of the middle two where their count is even. */
export function median(numbers: readonly number[]): number {
  const sorted = ascending(numbers);
  const middle = (sorted.length - 1) / 2;
  return (at(sorted, Math.floor(middle)) + at(sorted, Math.ceil(middle))) / 2;
}

/** The smallest of the numbers that is not exceeded by `share` (0 to 1) of them: the nearest-rank percentile. */
export function percentile(numbers: readonly number[], share: number): number {
  const sorted = ascending(numbers);
  return at(sorted, Math.max(0, Math.ceil(share * sorted.length) - 1));
}

const ascending = (numbers: readonly number[]): number[] => numbers.toSorted((a, b) => a - b);

function at(sorted: readonly number[], index: number): number {
  const number = sorted[index];
  if (number === undefined) throw new RangeError('There is nothing to sum up.');
  return number;
}
