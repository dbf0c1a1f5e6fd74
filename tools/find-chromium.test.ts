import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type Machine, findChromium } from './find-chromium.ts';

function machine(present: string[], changes: Partial<Machine> = {}): Machine {
  return {
    env: { PATH: '/usr/local/bin:/usr/bin' },
    platform: 'linux',
    playwrightPath: '/home/reader/.cache/ms-playwright/chrome',
    isExecutable: (file) => present.includes(file),
    installFromDebian: () => false,
    ...changes,
  };
}

test('CHROME_BIN goes before everything else', () => {
  const env = { CHROME_BIN: '/opt/chrome', PATH: '/usr/bin' };
  assert.equal(findChromium(machine(['/opt/chrome', '/usr/bin/chromium'], { env })), '/opt/chrome');
});

test('a CHROME_BIN that cannot be run is said, not passed over', () => {
  const env = { CHROME_BIN: '/opt/chrome', PATH: '/usr/bin' };
  assert.throws(() => findChromium(machine(['/usr/bin/chromium'], { env })), /CHROME_BIN/);
});

test("the system's Chromium goes before Playwright's download", () => {
  const download = machine([]).playwrightPath;
  assert.equal(
    findChromium(machine([download, '/usr/bin/google-chrome'])),
    '/usr/bin/google-chrome',
  );
  assert.equal(findChromium(machine([download])), download);
});

test('macOS and Windows keep browsers in places of their own', () => {
  const mac = '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome';
  assert.equal(findChromium(machine([mac], { platform: 'darwin' })), mac);
  const windows = 'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe';
  const env = { PROGRAMFILES: 'C:\\Program Files' };
  assert.equal(findChromium(machine([windows], { platform: 'win32', env })), windows);
});

test('Debian installs its package when there is no browser', () => {
  const present: string[] = [];
  const installFromDebian = (): boolean => present.push('/usr/bin/chromium') > 0;
  assert.equal(findChromium(machine(present, { installFromDebian })), '/usr/bin/chromium');
});

test('without any browser it says what to do', () => {
  assert.throws(() => findChromium(machine([])), /playwright install --with-deps chromium/);
});
