import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { httpAnswer, restAnswer } from './function-answer.ts';

const ok = { statusCode: 200, body: '{}' };

describe('the answer of a function', () => {
  for (const [kind, read] of [
    ['REST API', restAnswer],
    ['HTTP API', httpAnswer],
  ] as const) {
    it(`is sent on by a ${kind} with its status, headers and body`, () => {
      const headers = { ETag: '"1"', 'X-Count': 7 };
      const answer = read({ ...ok, statusCode: 201, headers });
      assert.equal(answer?.status, 201);
      assert.equal(answer.headers['etag'], '"1"');
      assert.equal(answer.headers['x-count'], '7');
      assert.equal(String(answer.body), '{}');
    });

    it(`may have its status as digits, and a body in Base64, at a ${kind}`, () => {
      const answer = read({ statusCode: '200', body: 'aGk=', isBase64Encoded: true });
      assert.equal(String(answer?.body), 'hi');
    });

    it(`may have no body at a ${kind}`, () => {
      for (const body of [undefined, null, '']) {
        assert.equal(read({ statusCode: 204, body })?.body.length, 0);
      }
    });

    const malformed: [what: string, answer: object][] = [
      ['a status that is none', { ...ok, statusCode: 99 }],
      ['a status that is a word', { ...ok, statusCode: 'fine' }],
      ['a status of 200.5', { ...ok, statusCode: 200.5 }],
      ['a body that is an object', { ...ok, body: {} }],
      ['headers that are a list', { ...ok, headers: ['a'] }],
      ['a header with a line break', { ...ok, headers: { a: 'b\r\nSet-Cookie: c=d' } }],
      ['a header without a name', { ...ok, headers: { '': 'b' } }],
    ];
    for (const [what, answer] of malformed) {
      it(`is malformed with ${what}, at a ${kind}`, () => {
        assert.equal(read(answer), undefined);
      });
    }
  }

  it('is malformed at a REST API when it has no status', () => {
    for (const answer of [undefined, null, 'hello', 7, [], {}, { body: '{}' }]) {
      assert.equal(restAnswer(answer), undefined);
    }
  });

  it('is the body of a 200 at an HTTP API when it has no status', () => {
    const answer = httpAnswer({ message: 'Hello!' });
    assert.equal(answer?.status, 200);
    assert.equal(answer.body, '{"message":"Hello!"}');
    assert.equal(answer.headers['content-type'], 'application/json');
    assert.equal(httpAnswer('hi')?.body, 'hi');
  });

  it('sets cookies in the way of its kind', () => {
    const rest = restAnswer({ ...ok, multiValueHeaders: { 'Set-Cookie': ['a=1', 'b=2'] } });
    assert.deepEqual(rest?.headers['set-cookie'], ['a=1', 'b=2']);
    const http = httpAnswer({ ...ok, cookies: ['a=1', 'b=2'] });
    assert.deepEqual(http?.headers['set-cookie'], ['a=1', 'b=2']);
  });

  it('says why when it is a refusal, and nothing otherwise', () => {
    const refusal = { statusCode: 404, body: '{"message":"No such article."}' };
    assert.equal(restAnswer(refusal)?.reason, 'the function answered this: No such article.');
    assert.equal(restAnswer(ok)?.reason, undefined);
  });
});
