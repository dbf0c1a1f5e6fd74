import { constants, createHash, privateDecrypt } from 'node:crypto';
import { encoded, genuine, inputOf, publicJwk } from './token-parts.ts';
import type { Forgery, TokenParts } from './token-parts.ts';

// DigestInfo (RFC 8017, 9.2, note 1), in hexadecimal: SEQUENCE { SEQUENCE { OID of SHA-256, NULL }, OCTET STRING }.
const OID = '0609608648016503040201';
const ALGORITHM = `300d${OID}0500`;

/** Signatures whose number was changed. */
export function changedSignatures(parts: TokenParts): Forgery[] {
  const input = inputOf(parts.header, parts.claims);
  const right = Buffer.from(genuine(parts).split('.')[2] ?? '', 'base64url');
  const n = numberOf(Buffer.from(publicJwk(parts.key).n ?? '', 'base64url'));
  const flipped = (at: number): Buffer => {
    const copy = Buffer.from(right);
    copy.writeUInt8(copy.readUInt8(at) ^ 1, at);
    return copy;
  };
  const zero = Buffer.alloc(1);
  const signatures: [what: string, signature: Buffer][] = [
    ['a flipped bit at its beginning', flipped(0)],
    ['a flipped bit in its middle', flipped(128)],
    ['a flipped bit at its end', flipped(255)],
    ['0', bytesOf(0n)],
    ['1', bytesOf(1n)],
    ['n - 1', bytesOf(n - 1n)],
    ['n', bytesOf(n)],
    ['itself plus n', bytesOf(numberOf(right) + n)],
    ['n minus itself', bytesOf(n - numberOf(right))],
    ['a zero before it', Buffer.concat([zero, right])],
    ['a zero behind it', Buffer.concat([right, zero])],
    ['its last byte gone', right.subarray(0, -1)],
    ['its first byte gone', right.subarray(1)],
    ['half of it', right.subarray(0, 128)],
    ['twice', Buffer.concat([right, right])],
    ['backwards', Buffer.from(right).reverse()],
    ['all ones', Buffer.alloc(256, 0xff)],
    ['one byte', zero],
    ['the hash', createHash('sha256').update(input).digest()],
  ];
  return signatures.map(([what, bytes]) => [`signature: ${what}`, `${input}.${encoded(bytes)}`]);
}

/** Padding (RFC 8017, 9.2) that the pool's key has signed and that is not exactly as it must be. */
export function changedPadding(parts: TokenParts): Forgery[] {
  const input = inputOf(parts.header, parts.claims);
  const hash = createHash('sha256').update(input).digest('hex');
  const octets = `0420${hash}`;
  const right = `3031${ALGORITHM}${octets}`;
  const infos: [what: string, digestInfo: string][] = [
    ['the hash alone', hash],
    ['no parameters', `302f300b${OID}${octets}`],
    ['the length in long form', `308131${ALGORITHM}${octets}`],
    ['the length with a zero before', `30820031${ALGORITHM}${octets}`],
    ['a length too long', `3032${ALGORITHM}${octets}`],
    ['a length too short', `3030${ALGORITHM}${octets}`],
    ['a length beyond 32 bits', `30850100000031${ALGORITHM}${octets}`],
    ['a length beyond 64 bits', `3089010000000000000031${ALGORITHM}${octets}`],
    ['an endless length', `3080${ALGORITHM}${octets}0000`],
    ['an endless length that never ends', `3080${ALGORITHM}${octets}`],
    ['no sequence', `${ALGORITHM}${octets}`],
    ['another tag', `3131${ALGORITHM}${octets}`],
    ['another tag inside', `3031310d${OID}0500${octets}`],
    ['another value than null', `3031300d${OID}0501${octets}`],
    ['a null that is not empty', `3032300e${OID}050100${octets}`],
    ['more behind the null', `3033300f${OID}05000500${octets}`],
    ['the inner length in long form', `303230810d${OID}0500${octets}`],
    ['an octet string too long', `3031${ALGORITHM}0421${hash}`],
    ['an octet string in pieces', `3033${ALGORITHM}2422${octets}`],
    ['garbage inside', `3033${ALGORITHM}${octets}0500`],
    ['garbage behind', `${right}0500`],
    ['a sequence of a sequence', `3033${right}`],
    ['an empty sequence before', `30333000${ALGORITHM}${octets}`],
    ['the hash cut', `3030${ALGORITHM}041f${hash.slice(0, -2)}`],
    ['the hash of something else', `3031${ALGORITHM}0420${'00'.repeat(32)}`],
    ['the name of SHA-512', right.replace('040201', '040203')],
    ['the name of SHA-1', `302d300906052b0e03021a0500${octets}`],
    ['nothing', ''],
  ];
  const blocks: [what: string, block: string][] = [
    ...infos.map(([what, info]) => [what, padded(info)] as [string, string]),
    ['block type 0', padded(right, { type: '00' })],
    ['block type 2', padded(right, { type: '02' })],
    ['a first byte that is not 0', `01${padded(right).slice(2)}`],
    ['a byte of padding that is not ff', padded(right, { fill: 'fe' })],
    ['no byte of padding, and garbage behind', shortened(right, 0)],
    ['eight bytes of padding, and garbage behind', shortened(right, 8)],
    ['no separator', padded(right).replace('ff0030', 'ffff30')],
  ];
  return blocks.map(([what, block]) => [
    `padding: ${what}`,
    `${input}.${encoded(rawSigned(block, parts))}`,
  ]);
}

/** The whole block of 256 bytes, in hexadecimal. */
function padded(info: string, { type = '01', fill = 'ff' } = {}): string {
  const rest = 253 - info.length / 2;
  return `00${type}${'ff'.repeat(rest - 1)}${fill}00${info}`;
}

/** As Bleichenbacher forged for the exponent 3: little padding, and room behind the hash. */
function shortened(info: string, padding: number): string {
  return `0001${'ff'.repeat(padding)}00${info}`.padEnd(512, '5a');
}

/** A number to the power of the private exponent: what a key signs that does not look at what it signs. */
function rawSigned(block: string, { key }: TokenParts): Buffer {
  return privateDecrypt({ key, padding: constants.RSA_NO_PADDING }, Buffer.from(block, 'hex'));
}

function numberOf(bytes: Buffer): bigint {
  return BigInt(`0x${bytes.toString('hex')}`);
}

function bytesOf(value: bigint): Buffer {
  const hex = value.toString(16);
  return Buffer.from(hex.padStart(Math.max(512, hex.length + (hex.length % 2)), '0'), 'hex');
}
