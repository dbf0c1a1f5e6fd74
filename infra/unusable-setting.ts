/** A setting that makes no sense; its message says which and what it may be. */
export class UnusableSetting extends Error {
  override readonly name = 'UnusableSetting';
}
