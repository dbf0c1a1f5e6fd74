import assert from 'node:assert/strict';
import { it } from 'node:test';
import { shapeOf } from './function-failure.ts';

const answers: [answer: unknown, shape: string][] = [
  [undefined, 'undefined'],
  [null, 'null'],
  [['a'], 'array'],
  ['hello', 'string'],
  [{ statusCode: 'fine', body: { password: 'hunter2' } }, "{ statusCode: 'fine', body: object }"],
  [
    { statusCode: 99, headers: ['a'], body: 'b' },
    '{ statusCode: 99, headers: array, body: string }',
  ],
  [{ statusCode: 200n }, '{ statusCode: 200n }'],
];
for (const [answer, shape] of answers) {
  it(`shows of a malformed answer what it is made of, and nothing that it says: ${shape}`, () => {
    assert.equal(shapeOf(answer), shape);
  });
}
