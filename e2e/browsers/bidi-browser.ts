import { getuid } from 'node:process';
import { type ElementHandle, type Page, type SupportedBrowser, launch } from 'puppeteer-core';
import type { Browser, Finder, Tab } from './browser.ts';

/** Chromium or Firefox by WebDriver BiDi, which both speak by themselves, without a driver beside them. */
export async function startBidiBrowser(
  engine: SupportedBrowser,
  executablePath: string,
): Promise<Browser> {
  const browser = await launch({
    browser: engine,
    executablePath,
    protocol: 'webDriverBiDi',
    protocolTimeout: 30_000,
    // Firefox ESR lacks the command that would set a size.
    defaultViewport: null,
    args: engine === 'firefox' ? ['--width=1280', '--height=900'] : chromiumArguments(),
  });
  return {
    version: versionOf(await browser.version()),
    newTab: async () => new BidiTab(await browser.newPage()),
    close: () => browser.close(),
  };
}

/** Of `firefox/153.8.0` and `Chrome/150.0.7871.100/@b5a9…`: what people call it. */
function versionOf(product: string): string {
  const [name = '', number = ''] = product.split('/');
  return `${name.charAt(0).toUpperCase()}${name.slice(1)} ${number}`;
}

/** Its sandbox does not work for root. */
const chromiumArguments = (): string[] => [
  '--window-size=1280,900',
  '--disable-background-networking',
  ...(getuid?.() === 0 ? ['--no-sandbox'] : []),
];

class BidiTab implements Tab {
  readonly #page: Page;

  constructor(page: Page) {
    this.#page = page;
  }

  async open(url: string): Promise<void> {
    await this.#page.goto(url);
  }

  ask<Result>(question: (...args: string[]) => Result, ...args: string[]): Promise<Result> {
    return this.#page.evaluate(question, ...args);
  }

  async click(finder: Finder, ...args: string[]): Promise<boolean> {
    // A tab in the background draws nothing, and so has nothing to click on.
    await this.#page.bringToFront();
    const element = await this.#element(finder, args);
    await element?.click();
    return element !== null;
  }

  async type(text: string, finder: Finder, ...args: string[]): Promise<boolean> {
    const element = await this.#element(finder, args);
    if (!element) return false;
    await element.evaluate((it) => {
      (it as HTMLInputElement).select();
    });
    await element.type(text);
    return true;
  }

  async back(): Promise<void> {
    await this.#page.goBack();
  }

  picture(): Promise<Uint8Array> {
    return this.#page.screenshot();
  }

  async #element(finder: Finder, args: string[]): Promise<ElementHandle | null> {
    const handle = await this.#page.evaluateHandle(finder, ...args);
    return handle.asElement() as ElementHandle | null;
  }
}
