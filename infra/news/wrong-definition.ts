/** What the contracts, the handlers and the functions say of each other does not fit together; the message names it. */
export class WrongDefinition extends Error {
  override readonly name = 'WrongDefinition';
}
