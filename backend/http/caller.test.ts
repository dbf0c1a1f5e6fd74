import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { groupsOf } from './caller.ts';

describe('the group claim', () => {
  const shapes: [shape: string, claim: unknown][] = [
    ['an array', ['admin', 'sport']],
    ['a JSON array', '["admin","sport"]'],
    ['words in brackets', '[admin sport]'],
    ['a comma list', 'admin,sport'],
  ];
  for (const [shape, claim] of shapes) {
    it(`is understood as ${shape}`, () => {
      assert.deepEqual(groupsOf(claim), ['admin', 'sport']);
    });
  }

  it('may be missing, empty, or not a list at all', () => {
    for (const claim of [undefined, null, '', '[]', 7, {}]) assert.deepEqual(groupsOf(claim), []);
  });

  it('does not make an editor of a member of a group whose name merely contains admin', () => {
    for (const claim of ['administrators', '[sub-admin]', '["admin2"]', 'not admin']) {
      assert.equal(groupsOf(claim).includes('admin'), false);
    }
  });
});
