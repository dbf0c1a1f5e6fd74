import { writeFileSync } from 'node:fs';
import chromeLauncher from 'karma-chrome-launcher';
import jasmine from 'karma-jasmine';
import { findChromium } from './tools/find-chromium.ts';

/** Writes what the run came to into KARMA_RESULT, so that `npm test` can add it up. */
function resultFile(formatError) {
  const counts = { passed: 0, failed: 0, skipped: 0, hasCrashed: false, failures: [] };
  // Karma calls a reporter's hooks by these names.
  return {
    onSpecComplete(_browser, { skipped, success, suite, description, log }) {
      counts[skipped ? 'skipped' : success ? 'passed' : 'failed'] += 1;
      if (skipped || success) return;
      const text = log.map((entry) => formatError(entry)).join('\n');
      const name = [...suite, description];
      counts.failures.push({ name, place: specIn(text), message: withoutCalls(text) });
    },
    onBrowserError() {
      counts.hasCrashed = true;
    },
    onRunComplete(_browsers, { error, disconnected }) {
      counts.hasCrashed ||= Boolean(error) || Boolean(disconnected);
      const file = process.env.KARMA_RESULT;
      if (file) writeFileSync(file, JSON.stringify(counts));
    },
  };
}
resultFile.$inject = ['formatError'];

/** `src/app/app.spec.ts:12`: where a failure goes through a spec, or else the first place in the app's sources. */
function specIn(text) {
  const places = text.match(/\bsrc\/[^\s():]+\.ts:\d+/g) ?? [];
  return places.find((place) => /\.spec\.ts:/.test(place)) ?? places[0] ?? '';
}

const withoutCalls = (text) =>
  text
    .split('\n')
    .filter((line) => line.trim() !== '' && !/^\s+at /.test(line))
    .join('\n');

/** The stand-in that `npm run test:app` starts, or one of your own: `PRESSPASS_STAND_IN=http://localhost:4300 ng test`. */
const standIn = process.env.PRESSPASS_STAND_IN;

export default function configure(config) {
  // Where the launcher looks for it.
  process.env.CHROME_BIN = findChromium();
  config.set({
    basePath: '',
    frameworks: ['jasmine'],
    plugins: [jasmine, chromeLauncher, { 'reporter:result-file': ['factory', resultFile] }],
    // What is drawn anew over and over is for a terminal.
    reporters: [process.stdout.isTTY ? 'progress' : 'dots', 'result-file'],
    colors: Boolean(process.stdout.isTTY),
    hostname: '127.0.0.1',
    listenAddress: '127.0.0.1',
    port: 0,
    browsers: ['HeadlessChromium'],
    customLaunchers: {
      HeadlessChromium: {
        base: 'ChromeHeadless',
        // No sandbox: it cannot be had as root, as in most containers. The rest keeps the browser
        // from reaching out to its maker while it runs our own code on 127.0.0.1.
        flags: [
          '--no-sandbox',
          '--disable-dev-shm-usage',
          '--disable-background-networking',
          '--disable-component-update',
          '--disable-default-apps',
          '--disable-domain-reliability',
          '--disable-sync',
          '--metrics-recording-only',
          '--no-first-run',
          '--no-pings',
        ],
      },
    },
    // Specs reach it at `/stand-in/`; without it, those that want it are skipped and say so.
    proxies: standIn ? { '/stand-in/': { target: `${standIn}/`, changeOrigin: true } } : {},
    // The stand-in moves its clock for no page, and knows them by this header; specs are more than a page.
    proxyReq: (request) => request.removeHeader('origin'),
    // No spec is about how fast this machine is: what takes longer than this hangs. Milliseconds, all of them.
    client: { jasmine: { random: true, timeoutInterval: 60_000 } },
    browserNoActivityTimeout: 120_000,
    browserDisconnectTimeout: 20_000,
    restartOnFileChange: true,
  });
}
