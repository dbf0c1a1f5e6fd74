/** Whether two addresses are one for the user pool, which takes no notice of capital letters; blanks around do not count. */
export function isSameAddress(one: string, other: string): boolean {
  return one.trim().toLowerCase() === other.trim().toLowerCase();
}
