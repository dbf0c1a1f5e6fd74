import type { Plugin } from 'rolldown';

/** What Amplify's big integers have, as far as it is used here. */
interface BigInteger {
  toString(radix: number): string;
}

type BigIntegerConstructor<Integer extends BigInteger> = new (
  text: string,
  radix: number,
) => Integer;

type Callback<Integer> = (problem: Error | null, power: Integer) => void;

/**
 * `base` to the `exponent`, modulo `divisor`, by the browser's own BigInt; as Amplify's method of that
 * name hands it over. Self-contained, since its text is put into Amplify's code.
 */
function modPow<Integer extends BigInteger>(
  Integer: BigIntegerConstructor<Integer>,
  { base, exponent, divisor }: Readonly<Record<'base' | 'exponent' | 'divisor', Integer>>,
  callback?: Callback<Integer>,
): Integer {
  const native = (integer: Integer): bigint => {
    const digits = integer.toString(16);
    return digits.startsWith('-') ? -BigInt(`0x${digits.slice(1)}`) : BigInt(`0x${digits}`);
  };
  const modulus = native(divisor);
  let square = ((native(base) % modulus) + modulus) % modulus;
  let power = 1n;
  for (let rest = native(exponent); rest > 0n; rest >>= 1n) {
    if (rest & 1n) power = (power * square) % modulus;
    square = (square * square) % modulus;
  }
  const answer = new Integer(power.toString(16), 16);
  callback?.(null, answer);
  return answer;
}

const assignment = /(\w+)\.prototype\.modPow\s*=\s*\w+/g;

/**
 * Amplify computes the powers of SRP with a library from before there was BigInt, five times slower:
 * half a second of a sign-in on a slow phone. For React Native it replaces this same method by a
 * native one; this does so for the browser. Fails a build that computes powers and has nothing to replace.
 */
export function nativeModPow(): Plugin {
  let isUsed = false;
  let isReplaced = false;
  return {
    name: 'native-mod-pow',
    transform(code) {
      const native = withNativeModPow(code);
      isUsed ||= code.includes('.modPow(');
      isReplaced ||= native !== code;
      return native;
    },
    buildEnd() {
      if (isUsed && !isReplaced) this.error('Amplify’s modPow is not where it was.');
    },
  };
}

/** The code with each `modPow` of Amplify's replaced; code without one stays as it is. */
export function withNativeModPow(code: string): string {
  return code.replace(
    assignment,
    (_, name: string) =>
      `${name}.prototype.modPow=function(exponent,divisor,callback){` +
      `return(${modPow.toString()})(${name},{base:this,exponent,divisor},callback)}`,
  );
}
