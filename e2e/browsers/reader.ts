import { mkdir, writeFile } from 'node:fs/promises';
import { setTimeout as delay } from 'node:timers/promises';
import type { Person } from '../paper/people.ts';
import type { Tab } from './browser.ts';

/** How long something may take to show. */
const timeoutMs = 20_000;
const pictures = 'test-results/browsers';

/** A person at a tab, who reads and presses what is there. Rejects with what the page shows instead. */
export class Reader {
  readonly tab: Tab;
  readonly #name: string;

  /** `name` tells pictures of failures apart. */
  constructor(tab: Tab, name: string) {
    this.tab = tab;
    this.#name = name;
  }

  open(url: string): Promise<void> {
    return this.tab.open(url);
  }

  async sees(words: string): Promise<void> {
    await this.#until(`"${words}" is shown`, async () =>
      (await this.tab.ask(textOfPage)).includes(words),
    );
  }

  async seesNot(words: string): Promise<void> {
    await this.#until(
      `"${words}" is not shown`,
      async () => !(await this.tab.ask(textOfPage)).includes(words),
    );
  }

  async isAt(path: string): Promise<void> {
    await this.#until(`the address is ${path}`, async () => {
      const here = await this.tab.ask(() => location.pathname + location.search);
      return here === path;
    });
  }

  /** Presses a link or a button by its name; `role` tells it from another of that name. */
  async presses(name: string, role: 'tab' | 'submit' | '' = ''): Promise<void> {
    await this.#until(`"${name}" can be pressed`, () => this.tab.click(findPressable, name, role));
  }

  async fills(label: string, text: string): Promise<void> {
    await this.#until(`"${label}" can be filled in`, () => this.tab.type(text, findField, label));
  }

  async signsIn({ email, password }: Person, url: string): Promise<void> {
    await this.open(`${url}/sign-in?return=/`);
    await this.fills('E-mail address', email);
    await this.fills('Password', password);
    await this.presses('Sign in', 'submit');
    await this.sees('Sign out');
    await this.isAt('/');
  }

  async #until(what: string, isSo: () => Promise<boolean>): Promise<void> {
    const end = Date.now() + timeoutMs;
    let problem: unknown;
    while (Date.now() < end) {
      try {
        if (await isSo()) return;
        problem = undefined;
      } catch (error) {
        // The page may go away, or be drawn anew, while it is asked.
        problem = error;
      }
      await delay(100);
    }
    throw new Error(`Not within ${timeoutMs} ms: ${what}.\n${await this.#report()}`, {
      cause: problem,
    });
  }

  async #report(): Promise<string> {
    const file = `${pictures}/${this.#name.replace(/\W+/g, '-')}.png`;
    const text = await this.tab.ask(textOfPage).catch(String);
    const picture = await this.tab.picture().catch(() => undefined);
    await mkdir(pictures, { recursive: true });
    if (picture) await writeFile(file, picture);
    return `The page (${file}) shows:\n${text.slice(0, 1_000)}`;
  }
}

const textOfPage = (): string => document.body.innerText;

function findPressable(name: string, role: string): Element | undefined {
  const selector = { tab: '[role=tab]', submit: '[type=submit]' }[role] ?? 'a[href], button';
  const isMeant = (it: Element): boolean => {
    const own = it.getAttribute('aria-label') ?? it.textContent;
    const words = own.trim().replace(/\s+/g, ' ');
    return words === name;
  };
  return [...document.querySelectorAll(selector)].find((it) => it.checkVisibility() && isMeant(it));
}

function findField(label: string): Element | undefined {
  return [...document.querySelectorAll('input')].find(
    (it) =>
      it.checkVisibility() &&
      [...(it.labels ?? [])].some((its) => its.textContent.trim() === label),
  );
}
