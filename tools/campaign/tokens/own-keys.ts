import { createPrivateKey } from 'node:crypto';
import { signingKeysIn } from '../../../local/testing/signing-keys.ts';
import type { Random } from '../random.ts';
import type { Door } from './doors.ts';
import { rewritten } from './forger.ts';
import { signedWith } from './forgers-keys.ts';
import { decoded, partsOf } from './jwt.ts';

/** Signs as the pools themselves do; undefined for a token of nobody's key. */
export type OwnSigner = (token: string) => string | undefined;

/** Reads the signing keys in a stand-in's folder. Nobody who forges has them: what they sign has to be wrong in what it says. */
export function ownSigner(folder: string): OwnSigner {
  const jwks = Object.values(signingKeysIn(folder)).flatMap(({ id, access }) => [id, access]);
  const byKid = new Map(
    jwks.map((key) => [String(key['kid']), createPrivateKey({ key, format: 'jwk' })]),
  );
  return (token) => {
    const key = byKid.get(String(decoded(partsOf(token).header)['kid']));
    return key && signedWith(key, token);
  };
}

interface Change {
  header?: object;
  claims?: object;
}

const tomorrow = (): number => Math.floor(Date.now() / 1000) + 24 * 3600;

const everywhere: Readonly<Record<string, () => Change>> = {
  'has expired': () => ({ claims: { exp: tomorrow() - 48 * 3600 } }),
  'no exp': () => ({ claims: { exp: undefined } }),
  'exp as a text': () => ({ claims: { exp: String(tomorrow()) } }),
  'another issuer': () => ({
    claims: { iss: 'https://cognito-idp.eu-west-1.amazonaws.com/eu-west-1_elsewhere' },
  }),
  'no issuer': () => ({ claims: { iss: undefined } }),
  'an unknown critical header': () => ({ header: { crit: ['campaign'], campaign: true } }),
  'RS512 in the header': () => ({ header: { alg: 'RS512' } }),
};

const notYet = { 'nbf tomorrow': () => ({ claims: { nbf: tomorrow() } }) };
const otherUse = { 'another token_use': () => ({ claims: { token_use: 'refresh' } }) };
const otherAudience = { 'another audience': () => ({ claims: { aud: 'campaign' } }) };

/** What no token may say, by who reads it: a JWT authorizer does not look at `token_use`, a REST one only at ID tokens' `aud`. */
function wrongs(judge: Door['judge'], token: string): Readonly<Record<string, () => Change>> {
  if (judge === 'HTTP API') return { ...everywhere, ...notYet, ...otherAudience };
  if (judge === 'REST API') {
    const isId = decoded(partsOf(token).payload)['token_use'] === 'id';
    return { ...everywhere, ...notYet, ...otherUse, ...(isId && otherAudience) };
  }
  const noText = { 'sub that is no text': () => ({ claims: { sub: 7 } }) };
  const noSub = { 'no sub': () => ({ claims: { sub: undefined } }) };
  return { ...everywhere, ...otherUse, ...noText, ...noSub };
}

/** A token of the pool's own key that says something which no token may say at this door. */
export function wrongInWords(
  token: string,
  { judge }: Door,
  random: Random,
  sign: OwnSigner,
): { how: string; token: string } | undefined {
  const [what, change] = random.pick(Object.entries(wrongs(judge, token)));
  const signed = sign(rewritten(token, change()));
  return signed === undefined ? undefined : { how: `own key: ${what}`, token: signed };
}
