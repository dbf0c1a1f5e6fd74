/** Settings that make no sense; the message says which and what they may be, a line each. */
export class UnusableSetting extends Error {
  override readonly name = 'UnusableSetting';
  readonly problems: readonly string[];

  constructor(...problems: string[]) {
    super(problems.join('\n'));
    this.problems = problems;
  }
}

/** What reading a setting comes to: its value, or all that is wrong with it. */
export function attempt<Value>(
  read: () => Value,
): { value: Value; problems: readonly [] } | { value: undefined; problems: readonly string[] } {
  try {
    return { value: read(), problems: [] };
  } catch (failure) {
    if (!(failure instanceof UnusableSetting)) throw failure;
    // Said with all the others.
    return { value: undefined, problems: failure.problems };
  }
}
