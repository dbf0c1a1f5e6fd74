/** Are the dependencies that package-lock.json asks for in node_modules, and if not, put them there. */
import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { env, execPath, platform, stderr } from 'node:process';
import { arePatched } from './patches.mjs';
import { forwardSignals } from './signals.mjs';

/** Where the project's own Node lies; the npm package `node` puts it there. */
export function projectNode(root) {
  return join(root, 'node_modules/node/bin', platform === 'win32' ? 'node.exe' : 'node');
}

/** A hash of what should be installed, so that switching branches installs what is needed. */
function wanted(root) {
  return createHash('sha256')
    .update(readFileSync(join(root, 'package-lock.json')))
    .digest('hex');
}

const marker = (root) => join(root, 'node_modules/.presspass-installed');
/** Where npm writes down what it has installed. */
const npmRecord = (root) => join(root, 'node_modules/.package-lock.json');

/**
 * Whether node_modules holds what package-lock.json asks for. The marker is written after npm has
 * finished, so an installation that was interrupted does not count. Where it is missing or old,
 * somebody may have run npm by hand: npm's own record decides, which npm too writes last, and whether the patches are applied,
 * which npm does not do where it runs no scripts.
 */
export function isInstalled(root) {
  const file = marker(root);
  if (existsSync(file) && readFileSync(file, 'utf8') === wanted(root)) return true;
  if (!isRecordedByNpm(root) || !arePatched(root)) return false;
  writeFileSync(file, wanted(root));
  return true;
}

function isRecordedByNpm(root) {
  if (!existsSync(npmRecord(root))) return false;
  const has = JSON.parse(readFileSync(npmRecord(root), 'utf8')).packages;
  const wants = JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8')).packages;
  return Object.entries(wants).every(
    ([path, { version, optional, peer }]) =>
      path === '' || has[path]?.version === version || (!has[path] && (optional || peer)),
  );
}

/**
 * Installs what is missing, with its patches. Resolves to nothing, or to what went wrong and what to do about it.
 */
export async function installDependencies(root) {
  const problem =
    (isRecordedByNpm(root) ? undefined : await runNpmCi(root)) ??
    (arePatched(root) ? undefined : await applyPatches(root));
  if (problem === undefined) writeFileSync(marker(root), wanted(root));
  return problem;
}

/** Quietly: npm's warnings about the machine's Node do not concern a project that brings its own. */
async function runNpmCi(root) {
  const what = basename(root) === 'infra' ? 'deploying Presspass' : 'Presspass';
  stderr.write(`Installing what ${what} needs. This happens once and can take a few minutes.\n`);
  const { code, output } = await npm(root, [
    'ci',
    '--include=dev',
    '--include=optional',
    '--loglevel=error',
    '--no-audit',
    '--no-fund',
    '--no-progress',
  ]);
  if (code !== 0) {
    // npm writes it before it runs the project's own script, so it would count next time.
    rmSync(npmRecord(root), { force: true });
    return explain(output);
  }
  return undefined;
}

/** As the project's own script does after an installation, which npm leaves out where it is told to run none. */
async function applyPatches(root) {
  stderr.write('Patching a package in node_modules, which npm has left as it came.\n');
  const args = ['node_modules/patch-package/index.js', '--error-on-fail', '--error-on-warn'];
  const { code, output } = await outcomeOf(
    spawn(execPath, args, { cwd: root, stdio: ['ignore', 'pipe', 'pipe'] }),
  );
  return code === 0 ? undefined : explain(output);
}

function npm(root, args) {
  const cli = env.npm_execpath;
  const isNpm = cli !== undefined && /npm-cli\.[cm]?js$/.test(cli);
  const child = isNpm
    ? spawn(execPath, [cli, ...args], { cwd: root, stdio: ['ignore', 'pipe', 'pipe'] })
    : spawn('npm', args, {
        cwd: root,
        stdio: ['ignore', 'pipe', 'pipe'],
        shell: platform === 'win32', // npm is npm.cmd there, which only a shell starts
      });
  return outcomeOf(child);
}

/** How a process ended, and all that it printed. */
function outcomeOf(child) {
  const release = forwardSignals(child);
  return new Promise((resolve) => {
    let output = '';
    const keep = (chunk) => (output += chunk);
    child.stdout.on('data', keep);
    child.stderr.on('data', keep);
    child.on('error', (error) => resolve({ code: 1, output: error.message }));
    child.on('close', (code) => {
      release();
      resolve({ code, output });
    });
  });
}

const causes = [
  [
    /Failed to apply patch|patch file version mismatch/,
    'A package is not the one that its patch in patches/ was made for. Make the patch anew, or go back to the version in its name.',
  ],
  [
    /ENOTFOUND|EAI_AGAIN|ECONNREFUSED|ECONNRESET|ETIMEDOUT|ENETUNREACH|EHOSTUNREACH|ERR_SOCKET_TIMEOUT/,
    'npm could not reach its registry. Check the network or the proxy settings, then run the command again.',
  ],
  [/ENOSPC/, 'The disk is full. Make room (about 1 GB), then run the command again.'],
  [/EACCES|EPERM|EROFS/, 'npm may not write to node_modules. Check who owns that folder.'],
  [
    /EUSAGE|can only install packages when your package\.json/,
    'package.json and package-lock.json do not agree. Run `npm install`, then the command again.',
  ],
  [/spawn npm ENOENT/, 'npm was not found. It comes with Node: https://nodejs.org'],
];

function explain(output) {
  const cause = causes.find(([pattern]) => pattern.test(output));
  // The first lines name the cause; after them npm prints its usage and where its log lies.
  const lines = output.trim().split('\n').slice(0, 8).join('\n');
  const advice = cause?.[1] ?? 'npm could not install the dependencies. Run `npm ci` to see more.';
  return `${lines}\n\n${advice}`;
}
