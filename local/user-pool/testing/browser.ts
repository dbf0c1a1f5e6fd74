/** As much of a browser as the sign-in page needs: cookies, forms, and redirects that the test follows itself. */
export class Browser {
  readonly cookies = new Map<string, string>();
  private readonly origin: string;

  constructor(origin: string) {
    this.origin = origin;
  }

  async get(path: string): Promise<Visit> {
    return this.visit(path, {});
  }

  /** Sends the page's form as a browser does: what it holds already, `Origin`, cookies. */
  async submit(page: Visit, fields: Record<string, string>, headers: object = {}): Promise<Visit> {
    const form = new URLSearchParams({ ...page.fields, ...fields });
    return this.visit(page.action, {
      method: 'POST',
      headers: {
        Origin: this.origin,
        'Content-Type': 'application/x-www-form-urlencoded',
        ...headers,
      },
      body: form.toString(),
    });
  }

  private async visit(path: string, init: RequestInit): Promise<Visit> {
    const Cookie = [...this.cookies].map(([name, value]) => `${name}=${value}`).join('; ');
    const response = await fetch(new URL(path, this.origin), {
      ...init,
      redirect: 'manual',
      headers: { ...(init.headers as Record<string, string> | undefined), Cookie },
    });
    for (const line of response.headers.getSetCookie()) {
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(line) ?? [];
      if (/max-age=0/i.test(line)) this.cookies.delete(name);
      else this.cookies.set(name, value);
    }
    return new Visit(response, await response.text());
  }
}

/** An answer that a browser got. */
export class Visit {
  readonly status: number;
  readonly headers: Headers;
  readonly html: string;

  constructor({ status, headers }: Response, html: string) {
    this.status = status;
    this.headers = headers;
    this.html = html;
  }

  /** Where it leads; fails the test when it leads nowhere. */
  get location(): URL {
    const location = this.headers.get('location');
    if (location === null) throw new Error(`No redirect but ${this.status}: ${this.html}`);
    return new URL(location, 'http://localhost');
  }

  get action(): string {
    return unescaped(/<form [^>]*action="([^"]*)"/.exec(this.html)?.[1] ?? '');
  }

  /** What the form holds already. */
  get fields(): Record<string, string> {
    const found = this.html.matchAll(/<input [^>]*name="([^"]*)" value="([^"]*)"/g);
    return Object.fromEntries(
      [...found].map(([, name = '', value = '']) => [name, unescaped(value)]),
    );
  }

  /** The sentence that says what went wrong. */
  get problem(): string {
    return unescaped(/<p class="problem"[^>]*>(.*?)<\/p>/s.exec(this.html)?.[1] ?? '');
  }

  get title(): string {
    return /<h1>(.*?)<\/h1>/.exec(this.html)?.[1] ?? '';
  }
}

function unescaped(text: string): string {
  return text.replace(/&#(\d+);/g, (_, code: string) => String.fromCharCode(Number(code)));
}
