/**
 * The claims of a JSON Web Token whose signature nobody has checked: good enough to greet somebody,
 * never to decide anything. `null` when it is no token.
 */
export function claimsOfUncheckedToken(token: string): Readonly<Record<string, unknown>> | null {
  try {
    const payload = token.split('.')[1] ?? '';
    const bytes = Uint8Array.from(atob(payload.replaceAll('-', '+').replaceAll('_', '/')), (c) =>
      c.charCodeAt(0),
    );
    const claims: unknown = JSON.parse(new TextDecoder().decode(bytes));
    return typeof claims === 'object' ? (claims as Record<string, unknown> | null) : null;
  } catch {
    // Storage belongs to the browser's owner: whatever stands there may be no token at all.
    return null;
  }
}
