import { createHash } from 'node:crypto';

/** A group to reckon in (RFC 5054, appendix A), the hash, and how numbers are written when they are hashed. */
export interface SrpGroup {
  readonly N: bigint;
  readonly g: bigint;
  readonly hash: 'sha1' | 'sha256';
  readonly bytes: (value: bigint) => Uint8Array;
}

/** The numbers of SRP-6a, by the names that RFC 5054 gives them in 2.5 and 2.6. */
export class SrpArithmetic {
  readonly k: bigint;
  readonly #group: SrpGroup;

  constructor(group: SrpGroup) {
    this.#group = group;
    this.k = this.hash(group.bytes(group.N), group.bytes(group.g));
  }

  /** `v` for `x`, `A` for `a`. */
  raise(exponent: bigint): bigint {
    return this.power(this.#group.g, exponent);
  }

  /** `B` */
  serverKey(v: bigint, b: bigint): bigint {
    return (this.k * v + this.raise(b)) % this.#group.N;
  }

  /** `u` */
  scrambler(A: bigint, B: bigint): bigint {
    return this.hash(this.#group.bytes(A), this.#group.bytes(B));
  }

  /** `S`, the premaster secret, as the server finds it. */
  serverSecret({ A, v, u, b }: Record<'A' | 'v' | 'u' | 'b', bigint>): bigint {
    return this.power((A * this.power(v, u)) % this.#group.N, b);
  }

  hash(...parts: Uint8Array[]): bigint {
    const hash = createHash(this.#group.hash);
    for (const part of parts) hash.update(part);
    return BigInt(`0x${hash.digest('hex')}`);
  }

  /** Plain square and multiply: Node's own Diffie-Hellman tests the prime first, which takes a second. */
  private power(base: bigint, exponent: bigint): bigint {
    const { N } = this.#group;
    let result = 1n;
    for (const bit of exponent.toString(2)) {
      result = (result * result) % N;
      if (bit === '1') result = (result * base) % N;
    }
    return result;
  }
}
