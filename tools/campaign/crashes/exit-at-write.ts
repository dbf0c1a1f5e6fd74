/**
 * Loaded before a stand-in (`--import`): kills its process, as kill -9 does, right before the write that
 * `CAMPAIGN_WRITE` counts to, and tells at a regular end how many there were.
 */
import fs from 'node:fs';
import { syncBuiltinESMExports } from 'node:module';
import process, { env, kill, pid } from 'node:process';
import { DatabaseSync, StatementSync } from 'node:sqlite';

type Method = (this: unknown, ...args: unknown[]) => unknown;
type Methods = Record<string, Method | undefined>;

const fatal = Number(env['CAMPAIGN_WRITE'] ?? Infinity);
let writes = 0;

function write(): void {
  writes += 1;
  if (writes === fatal) kill(pid, 'SIGKILL');
}

/** Counts each call of a method, unless it only reads. */
function count(
  holder: object,
  name: string,
  isWrite: (self: unknown) => boolean = () => true,
): void {
  const methods = holder as Methods;
  const method = methods[name];
  if (!method) throw new Error(`There is no ${name} to count.`);
  methods[name] = function counted(...args) {
    if (isWrite(this)) write();
    return method.apply(this, args);
  };
}

/** A file is made first, and filled then: whoever is killed in between leaves an empty one. */
function countFileWrite(holder: object, name: string): void {
  const methods = holder as Methods;
  const method = methods[name];
  if (!method) throw new Error(`There is no ${name} to count.`);
  methods[name] = function counted(file, data, options) {
    write();
    if (writes + 1 === fatal) fs.closeSync(fs.openSync(file as string, 'w'));
    write();
    return method.call(this, file, data, options);
  };
}

for (const name of ['mkdirSync', 'renameSync', 'rmSync', 'unlinkSync', 'writeSync'])
  count(fs, name);
for (const name of ['mkdir', 'rename', 'rm', 'unlink']) count(fs.promises, name);
countFileWrite(fs, 'writeFileSync');
countFileWrite(fs.promises, 'writeFile');
syncBuiltinESMExports();

count(DatabaseSync.prototype, 'exec');
const changes = (statement: unknown): boolean =>
  !/^\s*(SELECT|PRAGMA)\b/i.test((statement as StatementSync).sourceSQL);
for (const name of ['run', 'get', 'all']) count(StatementSync.prototype, name, changes);

process.on('exit', () => {
  const file = env['CAMPAIGN_COUNT'];
  if (file !== undefined) fs.appendFileSync(file, String(writes));
});
