import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { cursorAt, placeOf } from './cursor.ts';

const place = '2026-11-20T06:30:00.000Z#0d3f6a52-9c1e-4b7a-8f54-2e6d1c9b7a30';

describe('a cursor', () => {
  it('stands for the place it was made at', () => {
    for (const at of [place, '2026-11']) assert.equal(placeOf('news', cursorAt('news', at)), at);
  });

  const encode = (content: unknown): string =>
    Buffer.from(JSON.stringify(content)).toString('base64url');
  const refused: [what: string, cursor: string][] = [
    ['of the other list', cursorAt('trash', place)],
    ['that is empty', ''],
    ['that is no base64url', '%%%'],
    ['with padding', `${cursorAt('news', place)}=`],
    ['that was cut off', cursorAt('news', place).slice(0, -4)],
    ['with a place of another shape', encode({ list: 'news', before: 'zzzz' })],
    ['with a thirteenth month', encode({ list: 'news', before: '2026-13' })],
    ['with more in it', encode({ list: 'news', before: place, limit: 1 })],
    ['that is JSON but no object', encode(null)],
    ['that is too long', encode({ list: 'news', before: place.repeat(20) })],
  ];
  for (const [what, cursor] of refused) {
    it(`${what} is refused by its name`, () => {
      assert.throws(() => placeOf('news', cursor), { status: 400, field: 'cursor' });
    });
  }
});
