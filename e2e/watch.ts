import { type BrowserContext, type ConsoleMessage, type Request, expect } from '@playwright/test';
import type { Paper } from './paper/paper.ts';

/** The stages of both contracts, below the app's origin. */
const apis = ['/api/', '/services/'];

/** Looks over a browser's shoulder: what must not happen on any page, in any journey. */
export class Watch {
  readonly #paper: Pick<Paper, 'url' | 'edge'>;
  readonly #wrong: string[] = [];
  readonly #expected: RegExp[] = [];

  constructor(paper: Pick<Paper, 'url' | 'edge'>) {
    this.#paper = paper;
  }

  /** Follows every page of `context`, those that open later too. */
  async over(context: BrowserContext): Promise<void> {
    await context.addInitScript(() => {
      document.addEventListener('securitypolicyviolation', (event) => {
        console.error(`Policy violation: ${event.violatedDirective} ${event.blockedURI}`);
      });
    });
    context.on('console', (message) => {
      this.#hear(message);
    });
    context.on('weberror', (error) => {
      this.#wrong.push(`Uncaught: ${error.error().message}`);
    });
    context.on('request', (request) => {
      this.#follow(request);
    });
  }

  /** For journeys on which the console must speak up. */
  expectInConsole(words: RegExp): void {
    this.#expected.push(words);
  }

  expectNothingWrong(): void {
    const wrong = this.#wrong.filter((text) => !this.#expected.some((words) => words.test(text)));
    expect(wrong, 'what the browser complained about').toEqual([]);
  }

  #hear(message: ConsoleMessage): void {
    if (message.type() !== 'error' && message.type() !== 'warning') return;
    if (this.#isRefusalByApi(message) || isOfEmulation(message)) return;
    this.#wrong.push(`${message.type()}: ${message.text()} (${message.location().url})`);
  }

  /** The browser logs each 4xx and 5xx. Those of what is behind the app are answers for the pages, or pages. */
  #isRefusalByApi(message: ConsoleMessage): boolean {
    const { url } = message.location();
    const { url: origin, edge } = this.#paper;
    const isOfApi = apis.some((api) => url.startsWith(`${origin}${api}`)) || url === `${edge}/`;
    const isOfDomain = [`${edge}/login?`, `${edge}/error?`].some((page) => url.startsWith(page));
    const isAnswer = isOfApi || isOfDomain || url === `${origin}/amplify_outputs.json`;
    return isAnswer && message.text().startsWith('Failed to load resource');
  }

  /** Tokens go to our API and to the user pool, and nobody else is talked to at all. */
  #follow(request: Request): void {
    const url = request.url();
    if (/^(data|blob|about|chrome):/.test(url)) return;
    const { origin, pathname } = new URL(url);
    if (![this.#paper.url, this.#paper.edge].includes(origin)) {
      this.#wrong.push(`Asked another host: ${url}`);
    }
    const isApi = origin === this.#paper.url && apis.some((api) => pathname.startsWith(api));
    if (request.headers()['authorization'] !== undefined && !isApi) {
      this.#wrong.push(`Sent a token to ${url}`);
    }
  }
}

/** Amplify reminds whoever uses another endpoint than AWS's own, which on a laptop is the point. */
function isOfEmulation(message: ConsoleMessage): boolean {
  return message.type() === 'warning' && /custom Amazon.* endpoint/.test(message.text());
}
