import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { describe, it } from 'node:test';
import { rssItem, rssOf } from './testing/feeds.ts';
import { onlyStoryOf } from './testing/readings.ts';

/** A feed with this headline that declares this encoding, or none. */
const feed = (headline: string, encoding?: string): string => {
  const declaration = encoding === undefined ? '' : ` encoding="${encoding}"`;
  return rssOf(rssItem('1').replace('Story 1', headline)).replace(
    'version="1.0"',
    `version="1.0"${declaration}`,
  );
};

const latin1 = (text: string): Buffer => Buffer.from(text, 'latin1');
const utf16le = (text: string): Buffer => Buffer.from(text, 'utf16le');
const utf16be = (text: string): Buffer => utf16le(text).swap16();
/** The text with these bytes where it has a #. */
const withBytes = (text: string, ...bytes: number[]): Buffer => {
  const [before = '', after = ''] = text.split('#');
  return Buffer.concat([Buffer.from(before), Buffer.from(bytes), Buffer.from(after)]);
};

const german = 'Grüße aus Köln';
const chinese = '你好';

describe('the encoding of a feed', () => {
  const cases: [name: string, bytes: Buffer | string, headline: string, charset?: string][] = [
    // Declarations that are true.
    ['UTF-8 that nobody declares', feed(german), german],
    ['UTF-8 with a mark', `\ufeff${feed(german, 'utf-8')}`, german],
    ['UTF-8 with two marks', `\ufeff\ufeff${feed(german, 'utf-8')}`, german],
    ['UTF-8 after white space', `\n  ${feed(german, 'utf-8')}`, german],
    ['ISO-8859-1', latin1(feed(german, 'ISO-8859-1')), german],
    ['windows-1252 with its quotes', withBytes(feed('#', 'windows-1252'), 0x93, 0x80, 0x94), '“€”'],
    [
      'ISO-8859-1 with quotes of windows-1252',
      withBytes(feed('#', 'iso-8859-1'), 0x93, 0x94),
      '“”',
    ],
    ['ISO-8859-15', withBytes(feed('#', 'ISO-8859-15'), 0xa4, 0xbd), '€œ'],
    ['ISO-8859-2', withBytes(feed('#', 'iso-8859-2'), 0xa3, 0xf3, 0x64, 0xbc), 'Łódź'],
    ['windows-1251', withBytes(feed('#', 'windows-1251'), 0xcc, 0xe8, 0xf0), 'Мир'],
    ['KOI8-R', withBytes(feed('#', 'koi8-r'), 0xed, 0xc9, 0xd2), 'Мир'],
    ['Shift_JIS', withBytes(feed('#', 'Shift_JIS'), 0x93, 0xfa, 0x96, 0x7b), '日本'],
    ['EUC-JP', withBytes(feed('#', 'euc-jp'), 0xc6, 0xfc, 0xcb, 0xdc), '日本'],
    ['GB2312', withBytes(feed('#', 'gb2312'), 0xc4, 0xe3, 0xba, 0xc3), chinese],
    ['Big5', withBytes(feed('#', 'Big5'), 0xa7, 0x41, 0xa6, 0x6e), chinese],
    ['UTF-16 with a mark', utf16le(`\ufeff${feed(german, 'utf-16')}`), german],
    ['UTF-16, big end first, with a mark', utf16be(`\ufeff${feed(german, 'utf-16')}`), german],
    ['UTF-16 without a mark', utf16le(feed(german, 'utf-16')), german],
    ['UTF-16 after white space, without a mark', utf16be(`\n${feed(german, 'utf-16')}`), german],
    // Declarations that the bytes contradict.
    ['UTF-8 that says UTF-16', feed(german, 'utf-16'), german],
    ['UTF-8 of an odd length that says UTF-16', `${feed(german, 'UTF-16')} `, german],
    ['UTF-8 that says UTF-16LE', feed(german, 'UTF-16LE'), german],
    ['UTF-8 that says UCS-2', feed(german, 'ISO-10646-UCS-2'), german],
    ['UTF-8 that says UTF-32', feed(german, 'UTF-32'), german],
    ['UTF-8 with a mark that says UTF-16', `\ufeff${feed(german, 'utf-16')}`, german],
    ['UTF-16 with a mark that says UTF-8', utf16le(`\ufeff${feed(german, 'utf-8')}`), german],
    ['ASCII that says UTF-16', feed('Plain', 'utf-16'), 'Plain'],
    ['UTF-8 that says US-ASCII', feed(german, 'us-ascii'), german],
    ['UTF-8 that says ASCII', feed(german, 'ASCII'), german],
    ['ISO-8859-1 that says US-ASCII', latin1(feed(german, 'us-ascii')), german],
    ['UTF-8 that says ISO-8859-1', feed(german, 'ISO-8859-1'), german],
    ['UTF-8 that says windows-1252', feed(german, 'windows-1252'), german],
    // HTTP goes before the declaration (RFC 7303), where the bytes do not contradict it.
    ['ISO-8859-1 by HTTP, UTF-8 by XML', latin1(feed(german, 'utf-8')), german, 'iso-8859-1'],
    ['UTF-8 by HTTP, ISO-8859-1 by XML', feed(german, 'iso-8859-1'), german, 'utf-8'],
    [
      'windows-1251 by HTTP, UTF-8 by XML',
      withBytes(feed('#', 'utf-8'), 0xcc, 0xe8, 0xf0),
      'Мир',
      'windows-1251',
    ],
    ['a mark against HTTP', `\ufeff${feed(german)}`, german, 'iso-8859-1'],
    ['US-ASCII by HTTP, which is UTF-8', feed(german, 'utf-8'), german, 'us-ascii'],
    [
      'US-ASCII by HTTP, which is ISO-8859-2 as XML declares',
      withBytes(feed('#', 'iso-8859-2'), 0xa3, 0xf3, 0x64, 0xbc),
      'Łódź',
      'us-ascii',
    ],
    ['UTF-16 by HTTP, which is UTF-8', feed(german), german, 'utf-16'],
    [
      'UTF-8 by HTTP, which is ISO-8859-1 as XML declares',
      latin1(feed(german, 'iso-8859-1')),
      german,
      'utf-8',
    ],
    [
      'ISO-8859-1 by HTTP as a default, which is UTF-8',
      feed(german, 'utf-8'),
      german,
      'iso-8859-1',
    ],
    ['unknown by HTTP, ISO-8859-1 by XML', latin1(feed(german, 'iso-8859-1')), german, 'x-none'],
  ];
  for (const [name, bytes, headline, charset] of cases) {
    it(`is understood: ${name}`, () => {
      assert.equal(onlyStoryOf(Buffer.from(bytes), charset).story.headline, headline);
    });
  }

  const refused: [name: string, bytes: Buffer, why: RegExp][] = [
    ['nobody declares it', latin1(feed(german)), /does not say its encoding, and is not UTF-8/],
    ['it is not what is declared', latin1(feed(german, 'utf-8')), /in utf-8, but is not/],
    ['it is neither UTF-16 nor UTF-8', latin1(feed(german, 'utf-16')), /in utf-16, but is not/],
    ['it is UTF-32', Buffer.from('3c0000003f000000', 'hex'), /in utf-32, which is unknown here/],
    ['its name is unknown', Buffer.from(feed(german, 'EBCDIC')), /EBCDIC, which is unknown here/],
  ];
  for (const [name, bytes, why] of refused) {
    it(`is refused in one line where ${name}`, () => {
      assert.throws(() => onlyStoryOf(bytes), { name: 'StartUpProblem', message: why });
    });
  }

  it('is understood where .NET declares UTF-16 and writes UTF-8', async () => {
    const bytes = await readFile(
      new URL('testing/feeds/says-utf-16-is-utf-8.xml', import.meta.url),
    );
    const { headline, body } = onlyStoryOf(bytes).story;
    assert.deepEqual([headline, body], ['Grüße from .NET', 'text ä']);
  });
});
