/** What the contracts, the handlers, the functions and the machines say of each other does not fit together; the message names it. */
export class WrongDefinition extends Error {
  override readonly name = 'WrongDefinition';
}
