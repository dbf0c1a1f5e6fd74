import { createHmac } from 'node:crypto';

/** How many of a UUID's bits version 4 leaves free (RFC 9562, 5.4), and half of them. */
const FREE = 122n;
const HALF = FREE / 2n;
const ROUNDS = [0, 1, 2, 3] as const;

/** Bits of the name's hash, and zeros that tell an invented id from any other UUID. */
const HASH = 56n;
const ZEROS = 34n;

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/;

/**
 * Ids for users who do not exist. A real user is found by address and by id alike; so is an invented one, since the id tells that it was
 * made here, and holds what is shown of the address: its first letter, and its host's. A permutation of all UUIDs hides that (a Feistel
 * network of four rounds, Luby and Rackoff 1988), and nothing has to be kept.
 */
export class InventedIds {
  private readonly secret: Buffer;

  constructor(secret: Buffer) {
    this.secret = secret;
  }

  /** The same for the same name in the same pool. */
  idOf(poolId: string, name: string): string {
    const [local = '', host = ''] = name.split('@');
    const initials = (firstUnit(local) << 16n) | firstUnit(host);
    const hash = BigInt.asUintN(Number(HASH), this.hash(`name\n${poolId}\n${name}`));
    const plain = ((initials << HASH) | hash) << ZEROS;
    const hidden = ROUNDS.reduce<Halves>(
      (halves, round) => this.forward(poolId, halves, round),
      split(plain),
    );
    return asUuid(joined(hidden));
  }

  /** As much of the address as is ever shown of it; undefined for an id that was not made here, for this pool. */
  addressOf(poolId: string, id: string): string | undefined {
    if (!UUID.test(id)) return undefined;
    const plain = joined(
      ROUNDS.toReversed().reduce<Halves>(
        (halves, round) => this.back(poolId, halves, round),
        split(freeBits(id)),
      ),
    );
    if (BigInt.asUintN(Number(ZEROS), plain) !== 0n) return undefined;
    const initials = plain >> (HASH + ZEROS);
    return [initials >> 16n, initials & 0xffffn].map(fromUnit).join('@');
  }

  private forward(poolId: string, [left, right]: Halves, round: number): Halves {
    return [right, left ^ this.mask(poolId, right, round)];
  }

  private back(poolId: string, [left, right]: Halves, round: number): Halves {
    return [right ^ this.mask(poolId, left, round), left];
  }

  private mask(poolId: string, half: bigint, round: number): bigint {
    const text = `round ${String(round)}\n${poolId}\n${String(half)}`;
    return BigInt.asUintN(Number(HALF), this.hash(text));
  }

  private hash(text: string): bigint {
    return createHmac('sha256', this.secret)
      .update(`invented id\n${text}`)
      .digest()
      .readBigUInt64BE();
  }
}

type Halves = readonly [bigint, bigint];

function split(value: bigint): Halves {
  return [value >> HALF, BigInt.asUintN(Number(HALF), value)];
}

function joined([left, right]: Halves): bigint {
  return (left << HALF) | right;
}

/** The first UTF-16 unit of a text, as masked addresses show it; 0 where there is none. */
function firstUnit(text: string): bigint {
  return BigInt(text === '' ? 0 : text.charCodeAt(0));
}

function fromUnit(unit: bigint): string {
  return unit === 0n ? '' : String.fromCharCode(Number(unit));
}

function asUuid(free: bigint): string {
  const bits = free.toString(2).padStart(Number(FREE), '0');
  const all = `${bits.slice(0, 48)}0100${bits.slice(48, 60)}10${bits.slice(60)}`;
  const hex = BigInt(`0b${all}`).toString(16).padStart(32, '0');
  return hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
}

function freeBits(uuid: string): bigint {
  const all = BigInt(`0x${uuid.replaceAll('-', '')}`)
    .toString(2)
    .padStart(128, '0');
  return BigInt(`0b${all.slice(0, 48)}${all.slice(52, 64)}${all.slice(66)}`);
}
