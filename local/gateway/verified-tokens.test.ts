import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { inspect } from 'node:util';
import { VerifiedTokens } from './verified-tokens.ts';

const longAfter = Number.MAX_SAFE_INTEGER;

describe('what is remembered of verified tokens', () => {
  it('lasts for the time to live, in seconds', () => {
    const tokens = new VerifiedTokens<string>(300);
    tokens.remember('token', 'said', 0, longAfter);
    assert.equal(tokens.find('token', 299_999), 'said');
    assert.equal(tokens.find('token', 300_000), undefined);
    assert.equal(tokens.size, 0);
  });

  it('does not outlive the token', () => {
    const tokens = new VerifiedTokens<string>(300);
    tokens.remember('token', 'said', 0, 1000);
    assert.equal(tokens.find('token', 999), 'said');
    assert.equal(tokens.find('token', 1000), undefined);
  });

  it('is nothing when the time to live is 0', () => {
    const tokens = new VerifiedTokens<string>(0);
    tokens.remember('token', 'said', 0, longAfter);
    assert.equal(tokens.size, 0);
    assert.equal(tokens.find('token', 0), undefined);
  });

  it('is bounded: the token that was not seen for longest is forgotten', () => {
    const tokens = new VerifiedTokens<number>(300);
    for (let at = 0; at < 1000; at += 1) tokens.remember(`token ${String(at)}`, at, 0, longAfter);
    assert.equal(tokens.find('token 0', 1), 0);
    tokens.remember('one more', 1000, 1, longAfter);
    assert.equal(tokens.size, 1000);
    assert.equal(tokens.find('token 0', 1), 0);
    assert.equal(tokens.find('token 1', 1), undefined);
  });

  it('counts a token once, however often it is verified', () => {
    const tokens = new VerifiedTokens<string>(300);
    for (let at = 0; at < 3; at += 1) tokens.remember('token', 'said', at, longAfter);
    assert.equal(tokens.size, 1);
  });

  it('never holds the token itself', () => {
    const tokens = new VerifiedTokens<string>(300);
    tokens.remember('aaa.bbb.ccc', 'said', 0, longAfter);
    assert.doesNotMatch(inspect(tokens, { depth: null, showHidden: true }), /aaa\.bbb\.ccc/);
  });
});
