import type { Person } from './house.ts';

/** So many pages are more than any sign-in has. */
const mostSteps = 10;

/** As much of a browser as signing in on somebody's page takes: cookies, redirects, and one form to fill in. */
export class Browser {
  readonly #cookies = new Map<string, string>();

  /** Opens an address, signs in where a form asks, and returns where the browser is sent outside of that site. */
  async signIn(start: URL, person: Person): Promise<URL> {
    let page = await this.#open(start);
    for (let step = 0; step < mostSteps; step++) {
      if (page.kind === 'left') return page.url;
      page = await this.#fillIn(page.url, page.html, person);
    }
    throw new Error('The sign-in did not come to an end.');
  }

  /** Opens an address and returns the page that is shown, or where the browser is sent outside of that site. */
  async #open(url: URL, init: RequestInit = {}): Promise<Page> {
    const site = url.origin;
    let answer = await this.#request(url, init);
    let at = url;
    for (let step = 0; step < mostSteps && answer.status >= 300; step++) {
      const location = answer.headers.get('location');
      if (location === null) break;
      at = new URL(location, at);
      if (at.origin !== site) return { kind: 'left', url: at };
      answer = await this.#request(at);
    }
    return { kind: 'shown', url: at, html: await answer.text() };
  }

  async #request(url: URL, init: RequestInit = {}): Promise<Response> {
    const cookie = [...this.#cookies].map(([name, value]) => `${name}=${value}`).join('; ');
    const headers = new Headers(init.headers);
    if (cookie) headers.set('Cookie', cookie);
    const answer = await fetch(url, { ...init, headers, redirect: 'manual' });
    for (const line of answer.headers.getSetCookie()) {
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(line) ?? [];
      this.#cookies.set(name, value);
    }
    return answer;
  }

  #fillIn(at: URL, html: string, { email, password }: Person): Promise<Page> {
    const form = /<form\b[^>]*>/i.exec(html)?.[0];
    if (form === undefined) throw new Error(`There is no form at ${at.pathname}: ${html}`);
    const body = new URLSearchParams();
    for (const [input] of html.matchAll(/<input\b[^>]*>/gi)) {
      const type = attribute(input, 'type');
      const kept = attribute(input, 'value') ?? '';
      const value = type === 'password' ? password : type === 'hidden' ? kept : email;
      body.set(attribute(input, 'name') ?? '', value);
    }
    const target = new URL(attribute(form, 'action') ?? at.href, at);
    return this.#open(target, { method: 'POST', body, headers: { Origin: at.origin } });
  }
}

type Page =
  | { readonly kind: 'left'; readonly url: URL }
  | { readonly kind: 'shown'; readonly url: URL; readonly html: string };

const named: Partial<Record<string, string>> = { amp: '&', quot: '"', apos: "'", lt: '<', gt: '>' };

function attribute(tag: string, name: string): string | undefined {
  const value = new RegExp(`\\s${name}="([^"]*)"`, 'i').exec(tag)?.[1];
  return value?.replace(/&(?:#(\d+)|(\w+));/g, (entity, code?: string, name = '') =>
    code === undefined ? (named[String(name)] ?? entity) : String.fromCodePoint(Number(code)),
  );
}
