/** `value`, which the test knows to be there; fails the test where it is not. */
export function present<Value>(value: Value | null | undefined): Value {
  if (value === null || value === undefined) throw new Error('Expected to find something.');
  return value;
}
