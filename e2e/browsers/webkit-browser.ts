import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { env, getuid } from 'node:process';
import { createInterface } from 'node:readline';
import { Builder, type WebDriver, type WebElement } from 'selenium-webdriver';
import { freePort } from '../paper/paper.ts';
import type { Browser, Finder, Tab } from './browser.ts';

/** What WebKit needs beside itself. */
export interface WebKitPaths {
  /** WebKitWebDriver. */
  driver: string;
  /** WebKitGTK's own small browser, the one that its driver drives. */
  miniBrowser: string;
  /** A virtual screen. */
  xvfb: string;
}

/** WebKitGTK by WebDriver, on a screen of its own. */
export async function startWebKit({ driver, miniBrowser, xvfb }: WebKitPaths): Promise<Browser> {
  const processes: ChildProcess[] = [];
  const start = (command: string, args: string[], environment = {}): ChildProcess => {
    const child = spawn(command, args, {
      env: { ...env, ...environment },
      stdio: ['ignore', 'pipe', 'ignore'],
    });
    processes.unshift(child);
    return child;
  };
  const stop = async (): Promise<void> => {
    for (const child of processes) {
      const gone = once(child, 'exit');
      if (child.exitCode === null && child.kill()) await gone;
    }
  };
  try {
    const screen = start(xvfb, [
      '-screen',
      '0',
      '1280x900x24',
      '-nolisten',
      'tcp',
      '-displayfd',
      '1',
    ]);
    const display = await firstLine(screen);
    const port = await freePort();
    // Its sandbox does not work for root.
    const sandbox = getuid?.() === 0 ? { WEBKIT_DISABLE_SANDBOX_THIS_IS_DANGEROUS: '1' } : {};
    start(driver, [`--port=${port}`], { DISPLAY: `:${display}`, ...sandbox });
    const session = await open(`http://127.0.0.1:${port}`, miniBrowser);
    const capabilities = await session.getCapabilities();
    return {
      version: `WebKitGTK ${capabilities.getBrowserVersion() ?? ''}`,
      newTab: async () => {
        // The driver cannot bring a tab forward, and one in the background is hidden: windows are all on the screen.
        await session.switchTo().newWindow('window');
        await session.manage().window().setRect({ width: 1280, height: 900, x: 0, y: 0 });
        return new WebKitTab(session, await session.getWindowHandle());
      },
      close: async () => {
        await session.quit();
        await stop();
      },
    };
  } catch (problem) {
    await stop();
    throw problem;
  }
}

async function firstLine({ stdout }: ChildProcess): Promise<string> {
  if (!stdout) throw new Error('The process says nothing.');
  for await (const line of createInterface(stdout)) return line.trim();
  throw new Error('Xvfb ended before it had a screen.');
}

/** The driver takes a moment until it listens. */
async function open(address: string, binary: string): Promise<WebDriver> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await new Builder()
        .usingServer(address)
        .withCapabilities({
          browserName: 'MiniBrowser',
          'webkitgtk:browserOptions': { binary, args: ['--automation'] },
        })
        .build();
    } catch (problem) {
      if (attempt === 20) throw problem;
      await new Promise((resolve) => setTimeout(resolve, 250));
    }
  }
}

/** The driver speaks to one tab at a time: each command names its own first. */
class WebKitTab implements Tab {
  readonly #session: WebDriver;
  readonly #handle: string;

  constructor(session: WebDriver, handle: string) {
    this.#session = session;
    this.#handle = handle;
  }

  async open(url: string): Promise<void> {
    await (await this.#here()).get(url);
  }

  async ask<Result>(question: (...args: string[]) => Result, ...args: string[]): Promise<Result> {
    return (await this.#here()).executeScript<Result>(question, ...args);
  }

  async click(finder: Finder, ...args: string[]): Promise<boolean> {
    const element = await this.#element(finder, args);
    await element?.click();
    return element !== null;
  }

  async type(text: string, finder: Finder, ...args: string[]): Promise<boolean> {
    const element = await this.#element(finder, args);
    await element?.clear();
    await element?.sendKeys(text);
    return element !== null;
  }

  async back(): Promise<void> {
    await (await this.#here()).navigate().back();
  }

  async picture(): Promise<Uint8Array> {
    return Buffer.from(await (await this.#here()).takeScreenshot(), 'base64');
  }

  async #element(finder: Finder, args: string[]): Promise<WebElement | null> {
    return (await this.#here()).executeScript<WebElement | null>(finder, ...args);
  }

  async #here(): Promise<WebDriver> {
    await this.#session.switchTo().window(this.#handle);
    return this.#session;
  }
}
