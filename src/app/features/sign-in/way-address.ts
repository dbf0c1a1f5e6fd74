/** What goes along from one way in to another. */
export interface Luggage {
  readonly email?: string | undefined;
  readonly return?: string | undefined;
}

/** The address of a sign-in page, with what the person has already told us. */
export function wayAddress(
  path: '/sign-in' | '/sign-in/code' | '/sign-in/passkey' | '/confirm',
  { email, return: wanted }: Luggage,
  more: Readonly<Record<string, string>> = {},
): string {
  const known = { ...(email && { email }), ...(wanted && { return: wanted }), ...more };
  const query = new URLSearchParams(known).toString();
  return query ? `${path}?${query}` : path;
}
