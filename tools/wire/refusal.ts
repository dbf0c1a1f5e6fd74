/** Nothing can be delivered, this item or any other. The message is for the person at the terminal. */
export class Refusal extends Error {
  override readonly name = 'Refusal';
}
