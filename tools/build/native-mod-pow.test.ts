import assert from 'node:assert/strict';
import { randomBytes } from 'node:crypto';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { rolldown } from 'rolldown';
import { nativeModPow, withNativeModPow } from './native-mod-pow.ts';

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

/** Deep inside the package, which does not export it. */
const source = join(
  fileURLToPath(new URL('../../node_modules/@aws-amplify', import.meta.url)),
  'auth/dist/esm/providers/cognito/utils/srp/BigInteger/BigInteger.mjs',
);

describe('the native power of Amplify’s big integers', () => {
  let folder: string;
  let Slow: BigIntegerClass;
  let Native: BigIntegerClass;

  before(async () => {
    folder = await mkdtemp(join(tmpdir(), 'presspass-mod-pow-'));
    const code = await readFile(source, 'utf8');
    Slow = await load('slow.mjs', code);
    Native = await load('native.mjs', withNativeModPow(code));
  });

  after(() => rm(folder, { recursive: true }));

  async function load(name: string, code: string): Promise<BigIntegerClass> {
    await writeFile(join(folder, name), code);
    const module: unknown = await import(pathToFileURL(join(folder, name)).href);
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

  test('is what Amplify itself computes, also of a base below zero or above the divisor', async () => {
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

  test('is put where Amplify has its own', async () => {
    const code = await readFile(source, 'utf8');
    assert.notEqual(withNativeModPow(code), code);
  });

  test('fails a build that would go on with the slow one', async () => {
    const entry = join(folder, 'moved.mjs');
    await writeFile(entry, 'export class Big { modPow() {} }; new Big().modPow(1, 2);');
    const build = rolldown({ input: entry, plugins: [nativeModPow()] }).then((bundle) =>
      bundle.generate(),
    );
    await assert.rejects(build, /modPow is not where it was/);
  });

  test('leaves all other code as it is', () => {
    const code = 'const modPow = 1; a.modPow(b, c); x.prototype.mod = y;';
    assert.equal(withNativeModPow(code), code);
  });
});
