import { accessSync, constants, globSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { env } from 'node:process';
import { startBidiBrowser } from './bidi-browser.ts';
import type { Browser } from './browser.ts';
import { startWebKit } from './webkit-browser.ts';

export type EngineName = 'chromium' | 'firefox' | 'webkit';

/** How to start an engine, or what this machine lacks for it: a sentence that says what to install. */
export type Engine = { readonly start: () => Promise<Browser> } | { readonly lacking: string };

/** Looks for the engine on this machine. CHROME_BIN names the Chromium that the command has found; FIREFOX_BIN may name a Firefox. */
export function findEngine(name: EngineName): Engine {
  switch (name) {
    case 'chromium': {
      const path = env['CHROME_BIN'];
      return path
        ? { start: () => startBidiBrowser('chrome', path) }
        : { lacking: 'Chromium is not here. On Debian: apt-get install chromium' };
    }
    case 'firefox': {
      const path = env['FIREFOX_BIN'] ?? onPath('firefox', 'firefox-esr');
      return path
        ? { start: () => startBidiBrowser('firefox', path) }
        : { lacking: 'Firefox is not here. On Debian: apt-get install firefox-esr' };
    }
    case 'webkit': {
      const [miniBrowser] = globSync('/usr/lib{,/*,exec}/webkit2gtk-4.*/MiniBrowser');
      const [driver, xvfb] = [onPath('WebKitWebDriver'), onPath('Xvfb')];
      return driver && xvfb && miniBrowser
        ? { start: () => startWebKit({ driver, xvfb, miniBrowser }) }
        : {
            lacking:
              'WebKitGTK, its driver or Xvfb is not here. On Debian: apt-get install webkit2gtk-driver xvfb',
          };
    }
  }
}

function onPath(...commands: string[]): string | undefined {
  const folders = (env['PATH'] ?? '').split(delimiter).filter(Boolean);
  return commands
    .flatMap((command) => folders.map((folder) => join(folder, command)))
    .find(isProgram);
}

function isProgram(file: string): boolean {
  try {
    accessSync(file, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}
