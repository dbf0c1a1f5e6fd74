import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { asReason, reasonOfFunction } from './reason.ts';

describe('a reason', () => {
  it('is printable ASCII on one line, whatever a token or a function says', () => {
    assert.equal(asReason('no\r\nSet-Cookie: a=b\u0000é'), 'no Set-Cookie: a=b');
  });

  it('has a bounded length', () => {
    assert.equal(asReason('x'.repeat(5000)).length, 303);
  });

  const answers: [body: string, reason: string][] = [
    ['{"message":"No."}', 'the function answered this: No.'],
    ['{"status":"failure"}', 'the function answered this: {"status":"failure"}'],
    ['plain', 'the function answered this: plain'],
    ['null', 'the function answered this: null'],
    ['', 'the function answered this: nothing but the status'],
  ];
  for (const [body, reason] of answers) {
    it(`of a function that answers ${body || 'nothing'} quotes it`, () => {
      assert.equal(reasonOfFunction(Buffer.from(body)), reason);
    });
  }
});
