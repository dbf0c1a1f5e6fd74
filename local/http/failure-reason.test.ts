import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { failureReason } from './failure-reason.ts';

const folder = new URL('../../', import.meta.url);
const token = 'eyJraWQiOiJhIn0.eyJzdWIiOiJiIn0.c2lnbmF0dXJl';

function thrownHere(message: string): Error {
  return new TypeError(message);
}

describe('the reason of a failure', () => {
  it('names the error, and the function, file and line of the project that it comes from', () => {
    assert.match(
      failureReason(thrownHere('x is not a function'), []),
      /^TypeError at thrownHere \(local\/http\/failure-reason\.test\.ts:9\): x is not a function$/,
    );
  });

  it('passes by what is Node’s own or a package’s, and what an awaited call has gone through', () => {
    const failure = new Error('cut off');
    failure.stack = `Error: cut off
    at JSON.parse (<anonymous>)
    at node:internal/main:1:2
    at send (${folder.href}node_modules/a/index.js:1:2)
    at Object.<anonymous> (${folder.pathname}node_modules/b/index.js:1:2)
    at async Articles.list [as all] (${folder.href}backend/dynamodb/a%20page.ts:12:34)
    at async ${folder.href}backend/handlers/list-news.ts:9:1`;
    assert.equal(
      failureReason(failure, []),
      'Error at Articles.list [as all] (backend/dynamodb/a page.ts:12): cut off',
    );
  });

  it('has the place that is near where the error has none', () => {
    const failure = new Error('far away');
    failure.stack = 'Error: far away\n    at node:internal/main:1:2';
    assert.equal(failureReason(failure, [], 'hello.ts'), 'Error at hello.ts: far away');
  });

  it('names what was thrown when that is no error', () => {
    assert.equal(failureReason('oh', []), "a thrown string: 'oh'");
    assert.equal(failureReason(undefined, []), 'a thrown undefined: undefined');
    assert.equal(
      failureReason(Object.create(null), []),
      'a thrown object: [Object: null prototype] {}',
    );
  });

  it('tells nothing of where the project is on this machine', () => {
    const where = failureReason(new Error(`no ${folder.pathname}a.ts in ${folder.href}b`), []);
    assert.match(where, /: no a\.ts in b$/);
    assert.ok(!where.includes(folder.pathname));
  });

  const secrets: [what: string, message: string, secret: string][] = [
    ['a token', `bad token ${token}!`, token],
    ['a half of one', `bad token ${token.slice(0, 30)}!`, token.slice(3, 20)],
    ['a header', 'Authorization: Basic dXNlcjpodW50ZXIy', 'dXNlcjpodW50ZXIy'],
    ['a password in an address', 'cannot reach https://me:hunter2@example.test/x', 'hunter2'],
    ['a named password', '{"password":"hunter2","a":1}', 'hunter2'],
    ['a named secret', 'client_secret=hunter2&a=1', 'hunter2'],
    [
      'a key',
      'bad key 4f0c8d1e2b3a49586776a5b4c3d2e1f00918',
      '4f0c8d1e2b3a49586776a5b4c3d2e1f00918',
    ],
    [
      'what could not be read',
      'Unexpected token \'h\', ..."word": hunter2}" is not valid JSON',
      'hunter2',
    ],
    ['what the caller has sent', 'no user hunter2 here', 'hunter2'],
  ];
  for (const [what, message, secret] of secrets) {
    it(`has no secret in it: ${what}`, () => {
      const reason = failureReason(new Error(message), ['hunter', 'hunter2', '']);
      assert.ok(!reason.includes(secret), reason);
      assert.match(reason, /\*\*\*/);
    });
  }
});
