import { createHmac, randomBytes } from 'node:crypto';
import { isSame } from '../secret-text.ts';
import { cookieIn } from './cookies.ts';

/** The names are those of Cognito's own sign-in page. */
const COOKIE = 'XSRF-TOKEN';
export const FORM_TOKEN_FIELD = '_csrf';

/** What ties a form to the browser that it was shown in. */
export interface FormToken {
  readonly field: string;
  readonly setCookie: string;
}

/**
 * Keeps other sites from sending the sign-in form: it works only with a field that follows from a cookie of this browser
 * (a signed double submit). A browser keeps its cookie, so that forms in several tabs work side by side.
 */
export class FormTokens {
  private readonly secret: Buffer;

  constructor(secret: Buffer) {
    this.secret = secret;
  }

  for(cookies: string | undefined): FormToken {
    const sent = cookieIn(cookies, COOKIE);
    const value = sent && /^[\w-]{43}$/.test(sent) ? sent : randomBytes(32).toString('base64url');
    return {
      field: this.fieldFor(value),
      setCookie: `${COOKIE}=${value}; Path=/; HttpOnly; SameSite=Lax`,
    };
  }

  matches(cookies: string | undefined, field: string | undefined): boolean {
    const value = cookieIn(cookies, COOKIE);
    if (value === undefined || field === undefined) return false;
    return isSame(this.fieldFor(value), field);
  }

  private fieldFor(cookie: string): string {
    return createHmac('sha256', this.secret).update(`sign-in form\n${cookie}`).digest('base64url');
  }
}
