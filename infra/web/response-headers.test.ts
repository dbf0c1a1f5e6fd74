import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { test } from 'node:test';
import { styleAttributeHashes } from './response-headers.ts';

const authenticator = new URL(
  '../../node_modules/@aws-amplify/ui-angular/fesm2022/aws-amplify-ui-angular.mjs',
  import.meta.url,
);

test('the style attributes that are let through are exactly those of the Authenticator', async () => {
  const code = await readFile(authenticator, 'utf8');
  const written = [...code.matchAll(/ style=\\"([^"\\]+)\\"/g)].map(([, style = '']) => style);
  // Angular writes each declaration of a fixed style with a semicolon after it.
  const rendered = new Set(written.map((style) => `${style};`));
  const hashes = [...rendered].map(
    (style) => `'sha256-${createHash('sha256').update(style).digest('base64')}'`,
  );
  assert.deepEqual([...styleAttributeHashes].sort(), hashes.sort());
});
