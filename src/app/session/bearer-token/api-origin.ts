/**
 * `address` as an origin, to be compared exactly. Throws where it is more or less than one, or where
 * tokens would travel in the clear: `http:` is for this machine only.
 */
export function apiOriginOf(address: string): string {
  if (!URL.canParse(address) || new URL(address).origin !== address)
    throw new TypeError(
      `provideSession: "${address}" is no origin, as in "https://api.example.com".`,
    );
  if (!/^(https:|http:\/\/(localhost|127\.0\.0\.1|\[::1\])(:|$))/.test(address))
    throw new TypeError(`provideSession: "${address}" would be sent tokens in the clear.`);
  return address;
}
