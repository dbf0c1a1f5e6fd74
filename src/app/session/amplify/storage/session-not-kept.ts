/** Somebody has signed in, but the browser keeps nothing for this site: neither in this tab nor on this device. */
export class SessionNotKept extends Error {
  override readonly name = 'SessionNotKept';

  constructor(options?: ErrorOptions) {
    super('The browser lets this site keep no session.', options);
  }
}
