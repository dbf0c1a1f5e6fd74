import { OAuthError } from './oauth-error.ts';

/** What Cognito's longest parameters need, in characters; a refresh token is the longest. */
const LONGEST = 16_384;

/**
 * The parameters of an OAuth request. Each may come once only, and one without a value counts as left out
 * (RFC 6749, 3.1 and 3.2). Throws `invalid_request` for a repeated or a huge one.
 */
export class Parameters {
  private readonly values = new Map<string, string>();

  constructor(sent: URLSearchParams) {
    for (const [name, value] of sent) {
      if (this.values.has(name)) {
        throw new OAuthError('invalid_request', `parameter ${shown(name)} was sent more than once`);
      }
      if (value.length > LONGEST) {
        throw new OAuthError('invalid_request', `parameter ${shown(name)} is too long`);
      }
      this.values.set(name, value);
    }
  }

  optional(name: string): string | undefined {
    const value = this.values.get(name);
    return value === '' ? undefined : value;
  }

  required(name: string): string {
    const value = this.optional(name);
    if (value !== undefined) return value;
    throw new OAuthError('invalid_request', `parameter ${name} is missing`);
  }

  /** A list separated by spaces, each once; undefined when it was left out. */
  list(name: string): readonly string[] | undefined {
    const items = this.optional(name)?.split(' ').filter(Boolean);
    return items?.length ? [...new Set(items)] : undefined;
  }
}

/** A caller's own text in a reason, cut to a bearable length. */
export function shown(text: string): string {
  return JSON.stringify(text.length > 80 ? `${text.slice(0, 80)}…` : text);
}

/** What there is, in a reason. */
export function listed(items: readonly string[]): string {
  return items.length > 0 ? items.join(' ') : 'none';
}
