/** Finds the Chromium that tests drive, or installs one where that is possible. */
import { spawnSync } from 'node:child_process';
import { accessSync, constants } from 'node:fs';
import { delimiter, join } from 'node:path';
import { chromium as playwrightChromium } from '@playwright/test';
import { StartUpProblem } from './processes/start-up-problem.ts';

/** What the search depends on; the defaults are this machine. */
export interface Machine {
  env: NodeJS.ProcessEnv;
  platform: NodeJS.Platform;
  /** Where Playwright keeps the browser that `playwright install chromium` downloads. */
  playwrightPath: string;
  isExecutable: (file: string) => boolean;
  /** Installs Debian's Chromium; whether that worked. */
  installFromDebian: () => boolean;
}

const names = ['chromium', 'chromium-browser', 'google-chrome-stable', 'google-chrome'];

const applications: Partial<Record<NodeJS.Platform, string[]>> = {
  darwin: [
    '/Applications/Chromium.app/Contents/MacOS/Chromium',
    '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  ],
  win32: ['PROGRAMFILES', 'PROGRAMFILES(X86)', 'LOCALAPPDATA'],
};

/**
 * The path of a Chromium, in this order: CHROME_BIN, the system's, Playwright's download, Debian's
 * package if it may be installed. Throws StartUpProblem with what to do when there is none.
 */
export function findChromium(machine: Machine = thisMachine): string {
  const { env, isExecutable, playwrightPath } = machine;
  const chosen = env['CHROME_BIN'];
  if (chosen) {
    if (isExecutable(chosen)) return chosen;
    throw new StartUpProblem(`CHROME_BIN is "${chosen}", which cannot be run.`);
  }
  const found = [...systemPaths(machine), playwrightPath].find(isExecutable);
  if (found) return found;
  if (machine.installFromDebian()) {
    const installed = systemPaths(machine).find(isExecutable);
    if (installed) return installed;
  }
  throw new StartUpProblem(
    'The tests need Chromium, and this machine has none. Install Chromium or Chrome,\n' +
      'or let Playwright download one: npx playwright install --with-deps chromium\n' +
      'A browser in an unusual place is named by CHROME_BIN=/path/to/chromium.',
  );
}

function systemPaths({ env, platform }: Machine): string[] {
  const fixed = applications[platform] ?? [];
  if (platform === 'win32') {
    return fixed.flatMap((variable) =>
      env[variable] ? [`${env[variable]}\\Google\\Chrome\\Application\\chrome.exe`] : [],
    );
  }
  const folders = (env['PATH'] ?? '').split(delimiter).filter(Boolean);
  return [...names.flatMap((name) => folders.map((folder) => join(folder, name))), ...fixed];
}

function isExecutable(file: string): boolean {
  try {
    accessSync(file, constants.X_OK);
    return true;
  } catch {
    return false; // not there, or not ours to run: the next place is tried
  }
}

/** Only root on a machine with apt may install; anybody else is told what to do. */
function installFromDebian(): boolean {
  if (process.getuid?.() !== 0 || !isExecutable('/usr/bin/apt-get')) return false;
  console.log('No browser found. Installing Chromium with apt-get, once.');
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  const apt = (...args: string[]): boolean =>
    spawnSync('apt-get', ['-qq', ...args], { env, stdio: ['ignore', 'ignore', 'inherit'] })
      .status === 0;
  const install = ['install', '-y', '--no-install-recommends', 'chromium'];
  return apt(...install) || (apt('update') && apt(...install));
}

const thisMachine: Machine = {
  env: process.env,
  platform: process.platform,
  playwrightPath: playwrightChromium.executablePath(),
  isExecutable,
  installFromDebian,
};
