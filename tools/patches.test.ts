import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, beforeEach, describe, test } from 'node:test';
import { pathToFileURL } from 'node:url';

/** What Amplify's big integers have, as far as it is used here. */
interface BigInteger {
  toString(radix: number): string;
  modPow(
    exponent: BigInteger,
    divisor: BigInteger,
    callback: (problem: Error | null, power: BigInteger) => void,
  ): void;
  subtract(other: BigInteger): BigInteger;
}

type BigIntegerClass = new (text: string, radix: number) => BigInteger;

const root = join(import.meta.dirname, '..');
const packageFile = 'node_modules/@aws-amplify/auth/package.json';
/** Deep inside the package, which does not export it. */
const source =
  'node_modules/@aws-amplify/auth/dist/esm/providers/cognito/utils/srp/BigInteger/BigInteger.mjs';

describe('the patch of Amplify’s big integers', () => {
  /** A project with the patch and Amplify's code as Amplify has published it. */
  let project: string;
  let original: string;
  let version: string;

  before(async () => {
    project = await mkdtemp(join(tmpdir(), 'presspass-patches-'));
    for (const path of ['package.json', 'patches', packageFile, source]) {
      await cp(join(root, path), join(project, path), { recursive: true });
    }
    const { status, output } = await postinstall('--reverse');
    original = await readFile(join(project, source), 'utf8');
    const isPatched = status === 0 && original !== (await readFile(join(root, source), 'utf8'));
    const advice =
      'Amplify’s code in node_modules lacks the patch, as after an installation without scripts.';
    assert.ok(isPatched, `${advice} Run: npm ci --ignore-scripts=false\n\n${output}`);
    version = await readFile(join(project, packageFile), 'utf8');
  });

  beforeEach(async () => {
    await writeFile(join(project, source), original);
    await writeFile(join(project, packageFile), version);
  });

  after(() => rm(project, { recursive: true }));

  /** Does what npm does at the end of an installation. */
  async function postinstall(
    ...more: string[]
  ): Promise<{ status: number | null; output: string }> {
    const manifest = await readFile(join(project, 'package.json'), 'utf8');
    const { scripts } = JSON.parse(manifest) as { scripts: { postinstall: string } };
    const [tool = '', ...options] = scripts.postinstall.split(' ');
    const { status, stdout, stderr } = spawnSync(
      process.execPath,
      [join(root, 'node_modules', tool, 'index.js'), ...options, ...more],
      { cwd: project, encoding: 'utf8' },
    );
    return { status, output: stdout + stderr };
  }

  test('computes the powers that Amplify itself computes, also of a base below zero or above the divisor', async () => {
    const Slow = await load(join(project, source));
    const Native = await load(join(root, source));
    const cases: (readonly [string, string, string])[] = [
      ['2', '1', 'd'],
      ['d', '5', 'd'],
      ...Array.from({ length: 4 }, () => [hex(384), hex(128), odd(383)] as const),
      ...Array.from({ length: 4 }, () => [`-${hex(400)}`, hex(32), odd(383)] as const),
    ];
    for (const numbers of cases) {
      const [slow, native] = await Promise.all([power(Slow, numbers), power(Native, numbers)]);
      // Amplify takes the remainder once more afterwards; of a negative base it may be below zero.
      const same = await Promise.all(
        [slow, native].map((one) => power(Slow, [one, '1', numbers[2]])),
      );
      assert.equal(same[1], same[0], numbers.join(' '));
    }
  });

  test('fails the installation of an Amplify whose code it does not fit', async () => {
    await writeFile(join(project, source), original.replace('.modPow = ', '.power = '));
    const { status, output } = await postinstall();
    assert.equal(status, 1, output);
    assert.match(output, /Failed to apply patch for package @aws-amplify\/auth/);
  });

  test('fails the installation of any other version, which nobody has compared yet', async () => {
    const [, number = ''] = /"version": "([\d.]+)"/.exec(version) ?? [];
    await writeFile(join(project, packageFile), version.replace(number, `${number}1`));
    const { status, output } = await postinstall();
    assert.equal(status, 1, output);
    assert.match(output, /version mismatch/);
  });
});

async function load(file: string): Promise<BigIntegerClass> {
  const module: unknown = await import(pathToFileURL(file).href);
  return (module as { default: BigIntegerClass }).default;
}

function power(
  Integer: BigIntegerClass,
  [base, exponent, divisor]: readonly [string, string, string],
): Promise<string> {
  const zero = new Integer('0', 16);
  const of = (text: string): BigInteger =>
    text.startsWith('-') ? zero.subtract(new Integer(text.slice(1), 16)) : new Integer(text, 16);
  return new Promise((resolve, reject) => {
    of(base).modPow(of(exponent), of(divisor), (problem, answer) => {
      if (problem) reject(problem);
      else resolve(answer.toString(16));
    });
  });
}

const hex = (bytes: number): string => randomBytes(bytes).toString('hex');
const odd = (bytes: number): string => `f${hex(bytes)}1`;
