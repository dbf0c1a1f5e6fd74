import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { reasonOfFunction } from './function-reason.ts';

describe('the reason', () => {
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
