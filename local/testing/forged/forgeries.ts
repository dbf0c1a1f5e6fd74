import { ellipticCurves, otherAlgorithms, publicKeyAsSecret, unsigned } from './algorithms.ts';
import { brokenForms, otherEncodings } from './broken-forms.ts';
import { broughtKeys, criticalHeaders, oddJson, oddKids } from './headers.ts';
import { changedPadding, changedSignatures } from './rsa-signatures.ts';
import type { Forgery, TokenParts } from './token-parts.ts';

/**
 * Every kind of forged token, by kind: those that Wycheproof's vectors for JSON web signatures have, made anew from a genuine token so that
 * nothing but the form, the header or the signature is wrong, and more (https://github.com/C2SP/wycheproof).
 */
export const forgeries: Readonly<Record<string, (parts: TokenParts) => Forgery[]>> = {
  'a broken form': brokenForms,
  'another encoding': otherEncodings,
  'no algorithm': unsigned,
  'the public key as a secret': publicKeyAsSecret,
  'another algorithm': otherAlgorithms,
  'an elliptic curve': ellipticCurves,
  'a changed signature': changedSignatures,
  'changed padding': changedPadding,
  'a key that came along': broughtKeys,
  'an odd kid': oddKids,
  'a critical header': criticalHeaders,
  'odd JSON': oddJson,
};
