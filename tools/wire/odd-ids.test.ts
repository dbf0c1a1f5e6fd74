import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { describe, it } from 'node:test';
import { atomEntry, atomOf, rdfOf, rssItem, rssOf } from './testing/feeds.ts';
import { onlyStoryOf, readingsOf } from './testing/readings.ts';

/** An RSS feed at this address, with one item of which `identity` says what it is called. */
const rssAt = (address: string, identity: string): string =>
  rssOf(`<item>${identity}<title>T</title><description>D</description></item>`).replace(
    'https://gazette.test/',
    address,
  );
const guid = (value: string, attributes = ''): string => `<guid${attributes}>${value}</guid>`;

const idOf = (feed: Buffer | string): string => onlyStoryOf(feed).story.sourceId;

/** The source ids of the same item in two feeds. */
const inTwoFeeds = (identity: string): [one: string, other: string] => [
  idOf(rssAt('https://a.test/', identity)),
  idOf(rssAt('https://b.test/', identity)),
];

describe('an id that is the only one in the world', () => {
  const ids = [
    'https://gazette.test/7',
    'http://gazette.test/?p=7',
    'HTTPS://gazette.test/7',
    'https://gazette.test:8080/7#now',
    'ftp://files.gazette.test/7',
    'tag:gazette.test,2026:7',
    'tag:gazette.test,2026-11-20:/news/7',
    'tag:desk@gazette.test,2026-11:7',
    'tag:blogger.com,1999:blog-1.post-7',
    'urn:uuid:1225c695-cfb8-4ebb-aaaa-80da344efa6a',
    'URN:UUID:1225c695-cfb8-4ebb-aaaa-80da344efa6a',
    'urn:isbn:9780141036144',
    'urn:newsml:gazette.test:20261120:7:1',
    'urn:oid:1.3.6.1.4.1.7',
    'urn:urn-5:7',
  ];
  for (const id of ids) {
    it(`stays as it is, in whatever feed: ${id}`, () => {
      for (const attributes of ['', ' isPermaLink="true"', ' isPermaLink="false"']) {
        assert.deepEqual(inTwoFeeds(guid(id, attributes)), [id, id]);
      }
    });
  }
});

describe('an id that is the only one in its feed', () => {
  const ids = [
    '7',
    'post:7',
    'post:https://gazette.test/7',
    'yt:video:dQw4w9WgXcQ',
    'article://7',
    'http:7',
    'https://',
    'tag:7',
    'tag:news:7',
    'urn:7',
    'urn:post:7',
    'urn:x-gazette:7',
    'urn:uuid:',
    'mailto:desk@gazette.test',
    'isbn:9780141036144',
    'C:\\stories\\7',
    '/news/7',
    'gazette.test/7',
    'Story 7: the end',
  ];
  for (const id of ids) {
    it(`is told from the same of another feed: ${id}`, () => {
      for (const attributes of ['', ' isPermaLink="true"', ' isPermaLink="false"']) {
        const identity = guid(id, attributes);
        assert.deepEqual(inTwoFeeds(identity), [`https://a.test/#${id}`, `https://b.test/#${id}`]);
      }
    });
  }

  it('is told from it by the title where the feed has no address', () => {
    const feed = rssAt('', guid('post:7')).replace('<link></link>', '');
    assert.equal(idOf(feed), 'Test Gazette#post:7');
  });

  it('is told from it in Atom and RSS 1.0 as well', () => {
    const entry = atomEntry('post:7', '<summary>x</summary>');
    assert.equal(idOf(atomOf(entry)), 'tag:wire.test,2026:feed#post:7');
    assert.equal(idOf(rdfOf('post:7', '2026-11-20')), 'https://rdf.test/#post:7');
  });

  it('is told from it in the feeds that people met', async () => {
    const [a, b] = await Promise.all(
      ['same-guid-a.xml', 'same-guid-b.xml'].map(async (file) =>
        idOf(await readFile(new URL(`testing/feeds/${file}`, import.meta.url))),
      ),
    );
    assert.deepEqual([a, b], ['https://a.example/#post:7', 'https://b.example/#post:7']);
  });
});

describe('an id with blanks', () => {
  it('is the one without', () => {
    for (const blanks of [' 7', '7 ', '\n    7\n  ', '\u00a07', '7\u2003', '<![CDATA[ 7 ]]>']) {
      assert.equal(idOf(rssAt('https://a.test/', guid(blanks))), 'https://a.test/#7');
    }
    const address = '\n https://gazette.test/7 ';
    assert.equal(idOf(rssAt('https://a.test/', guid(address))), 'https://gazette.test/7');
  });

  it('within is the one with a single one', () => {
    for (const blanks of ['post 7', 'post  7', 'post\n 7', 'post\t7', 'post\u00a07']) {
      assert.equal(idOf(rssAt('https://a.test/', guid(blanks))), 'https://a.test/#post 7');
    }
  });

  it('only is none', () => {
    const link = '<link>https://gazette.test/7</link>';
    for (const empty of ['<guid/>', guid(' \n '), guid('', ' isPermaLink="false"')]) {
      assert.equal(idOf(rssAt('https://a.test/', empty + link)), 'https://gazette.test/7');
      const [reading] = readingsOf(rssAt('https://a.test/', empty));
      assert.ok(reading && 'skipped' in reading);
      assert.equal(reading.skipped, 'it has no id and no link to know it by again.');
    }
  });

  it('is the same item twice where another differs by them', () => {
    const readings = readingsOf(rssOf(rssItem('post 7') + rssItem('post  7')));
    const skipped = readings.map((reading) => 'skipped' in reading && reading.skipped);
    assert.deepEqual(skipped, [false, 'an item before it has the same id.']);
  });
});

describe('an id that was right before', () => {
  const ids = [
    'https://gazette.test/7',
    'http://localhost/7',
    'tag:gazette.test,2026:7',
    'urn:uuid:1225c695-cfb8-4ebb-aaaa-80da344efa6a',
    '7',
    'post-7',
    'Story 7',
    `https://gazette.test/${'x'.repeat(1000)}`,
    'x'.repeat(1000),
  ];
  for (const id of ids) {
    it(`has no other now: ${id.slice(0, 60)}`, () => {
      assert.equal(onlyStoryOf(rssAt('https://a.test/', guid(id))).formerSourceId, undefined);
    });
  }

  it('is known for those that have', () => {
    const { formerSourceId } = onlyStoryOf(rssAt('https://a.test/', guid('post:7')));
    assert.equal(formerSourceId, 'post:7');
  });
});

describe('RSS 1.0', () => {
  it('is read as the other formats are', () => {
    const { story } = onlyStoryOf(rdfOf('https://rdf.test/1', '2026-11-20T10:00:00Z'));
    assert.deepEqual(story, {
      headline: 'Item',
      summary: 'What happened.',
      section: 'Sport',
      byline: 'A. Writer',
      body: 'What happened.',
      sourceId: 'https://rdf.test/1',
      publishedAt: '2026-11-20T10:00:00.000Z',
    });
  });
});
