import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { asReason } from './reason.ts';

describe('a reason', () => {
  it('is printable ASCII on one line, whatever a token or a function says', () => {
    assert.equal(asReason('no\r\nSet-Cookie: a=b\u0000é'), 'no Set-Cookie: a=b');
  });

  it('has a bounded length', () => {
    assert.equal(asReason('x'.repeat(5000)).length, 503);
  });
});
