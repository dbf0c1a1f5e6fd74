/** The public half of an RSA key: modulus and exponent, big-endian. */
export interface RsaKey {
  readonly n: Uint8Array;
  readonly e: Uint8Array;
}

const SMALLEST_BITS = 2048;
const LARGEST_BITS = 4096;

/** Why nobody should trust what an RSA key signed; undefined when nothing speaks against it. */
export function rsaFault(key: RsaKey): string | undefined {
  const [n, e] = [numberOf(key.n), numberOf(key.e)];
  const bits = n.toString(2).length;
  if (bits < SMALLEST_BITS || bits > LARGEST_BITS) {
    return `its modulus has ${String(bits)} bits, not ${String(SMALLEST_BITS)} to ${String(LARGEST_BITS)}`;
  }
  // With 1, every signature is right; with another small one, padding that is read carelessly can be forged (FIPS 186-5, 5.1).
  if (e <= 65_536n || e >= 1n << 256n || e % 2n === 0n) return 'its exponent is unfit';
  if (n % 2n === 0n) return 'its modulus is even';
  return isOfBrokenLibrary(n)
    ? 'it was made by a library whose keys can be factored (ROCA)'
    : undefined;
}

function numberOf(bytes: Uint8Array): bigint {
  return BigInt(`0x0${Buffer.from(bytes).toString('hex')}`);
}

const SMALL_PRIMES = [11, 13, 17, 19, 37, 53, 61, 71, 73, 79, 97, 103, 107, 109, 127, 151, 157];

/**
 * Infineon's library made primes of the form k·M + 65537^a mod M, so that its moduli are powers of 65537 modulo every small prime:
 * Nemec and others, "The Return of Coppersmith's Attack" (2017), section 4. Another key looks so once in 2^27.
 */
function isOfBrokenLibrary(n: bigint): boolean {
  return SMALL_PRIMES.every((prime) => powersModulo(prime).has(Number(n % BigInt(prime))));
}

function powersModulo(prime: number): Set<number> {
  const powers = new Set<number>();
  for (let power = 1; !powers.has(power); power = (power * 65_537) % prime) powers.add(power);
  return powers;
}
