import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { inHeader } from './reason.ts';

describe('a text in a header', () => {
  it('is printable ASCII on one line, whatever a token or a function says', () => {
    assert.equal(inHeader('no\r\nSet-Cookie: a=b\u0000é'), 'no Set-Cookie: a=b');
  });

  it('has a bounded length', () => {
    assert.equal(inHeader('x'.repeat(5000)).length, 503);
  });
});
