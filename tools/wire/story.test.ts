import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { describe, it } from 'node:test';
import { newArticleIn } from '../../backend/http/new-article.ts';
import { feedIn } from './feed.ts';
import { cutAtWord } from './plain-text.ts';
import { readStories } from './story.ts';
import type { Reading, Story } from './story.ts';
import { rssItem, rssOf } from './testing/feeds.ts';

const now = Date.parse('2026-11-20T12:00:00Z');

const readingsOf = (text: string): Reading[] => readStories(feedIn('feed', text), now);

function storyOf(text: string): Story {
  const [reading] = readingsOf(text);
  if (!reading || !('story' in reading)) throw new Error(JSON.stringify(reading));
  return reading.story;
}

const skippedIn = (text: string): string[] =>
  readingsOf(text).map((reading) => ('skipped' in reading ? reading.skipped : 'a story'));

const atom = (entry: string): string =>
  `<feed xmlns="http://www.w3.org/2005/Atom"><title>Wire</title><id>tag:wire</id><entry>${entry}</entry></feed>`;

/** The API's own check: what the wire sends is always acceptable. */
function expectAcceptable(story: Story): void {
  newArticleIn({
    id: '',
    receivedAt: now,
    headers: new Map(),
    query: new Map(),
    pathParameters: new Map(),
    body: Buffer.from(JSON.stringify(story)),
    claims: undefined,
    token: undefined,
  });
}

describe('the feeds that come with the paper', () => {
  const feeds: [file: string, skipped: number][] = [
    ['hillmarket-gazette.rss.xml', 4],
    ['asper-coast-wire.atom.xml', 3],
  ];
  for (const [file, skipped] of feeds) {
    it(`hold ten stories and ${skipped} items with flaws: ${file}`, async () => {
      const text = await readFile(new URL(`feeds/${file}`, import.meta.url), 'utf8');
      const readings = readingsOf(text);
      const stories = readings.flatMap((reading) => ('story' in reading ? [reading.story] : []));
      assert.equal(stories.length, 10);
      assert.equal(readings.length, 10 + skipped);
      stories.forEach(expectAcceptable);
      const texts = stories.flatMap(({ headline, summary, body }) => [headline, summary, body]);
      for (const each of texts) assert.doesNotMatch(each, /<\w|&\w+;|&#/);
      assert.equal(new Set(stories.map(({ section }) => section)).size, 6);
    });
  }
});

describe('the text of a story', () => {
  it('is plain, with its paragraphs, from HTML that is escaped, in CDATA, or both', () => {
    const body = 'One & “two”\nline\n\n– three';
    const html = '<p>One &amp; &ldquo;<b>two</b>&rdquo;<br>line</p><ul><li>three</li></ul>';
    const escaped = html.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
    for (const content of [escaped, `<![CDATA[${html}]]>`]) {
      const more = `<content:encoded>${content}</content:encoded>`;
      assert.equal(storyOf(rssOf(rssItem('1', more))).body, body);
    }
  });

  it('holds no script, style, picture or address', () => {
    const html =
      '<script>alert(1)</script><style>p{}</style><p>Read <a href="https://x.test/">this</a><img src="y.png" alt="z"></p>';
    const more = `<content:encoded><![CDATA[${html}]]></content:encoded>`;
    assert.equal(storyOf(rssOf(rssItem('1', more))).body, 'Read this');
  });

  it('keeps the line breaks of a text without markup', () => {
    const text = rssOf(
      '<item><guid>1</guid><title>T</title><description>One &amp; a\n\nTwo</description></item>',
    );
    const { summary, body } = storyOf(text);
    assert.deepEqual([summary, body], ['One & a', 'One & a\n\nTwo']);
  });

  it('is taken as it is where Atom says that it is plain', () => {
    const text = atom('<id>tag:1</id><title>a &lt;b&gt; c</title><content>x &amp;lt; y</content>');
    const { headline, body } = storyOf(text);
    assert.deepEqual([headline, body], ['a <b> c', 'x &lt; y']);
  });

  it('does nothing to a terminal', () => {
    const evil = 'A\u009b31m&#27;[2J&#7;B';
    const [reading] = readingsOf(rssOf(`<item><guid>1</guid><title>${evil}</title></item>`));
    assert.doesNotMatch(JSON.stringify(reading), /\\u001b|\\u0007|\u009b/);
    assert.match(reading?.label ?? '', /^item 1, “A 31m \[2J B”$/);
  });

  it('nor does the title of its feed, which may be its byline', () => {
    const title = 'Feed&#27;]0;x&#7; &#8238;gnp';
    const item = '<item><guid>1</guid><title>T</title><description>D</description></item>';
    const [reading] = readingsOf(rssOf(item).replace(/<title>[^<]*/, `<title>${title}`));
    assert.ok(reading && 'story' in reading);
    assert.equal(reading.story.byline, 'Feed ]0;x gnp');
  });

  it('is cut at a word where it is too long', () => {
    const long = `${'word '.repeat(30_000)}end`;
    const more = `<content:encoded>${long}</content:encoded>`;
    const item = rssItem('1', more).replace('Story 1', long).replace('What happened.', long);
    const story = storyOf(rssOf(item));
    expectAcceptable(story);
    assert.match(story.headline, /word word…$/);
    assert.equal(cutAtWord('one two three', 13), 'one two three');
    assert.equal(cutAtWord('one two three', 12), 'one two…');
    assert.equal(cutAtWord('one two, three', 9), 'one two…');
    assert.equal(Array.from(cutAtWord('🐟'.repeat(20), 10)).length, 10);
  });

  it('nested without end is left out, and the other items are not', () => {
    const deep = `<content:encoded><![CDATA[${'<div>'.repeat(200_000)}x]]></content:encoded>`;
    const text = rssOf(rssItem('1', deep).replace('What happened.', '') + rssItem('2'));
    assert.deepEqual(skippedIn(text), ['it has no text.', 'a story']);
  });
});

describe('an item with something missing', () => {
  const cases: [name: string, item: string, skipped: string][] = [
    ['no title', '<guid>1</guid><description>x</description>', 'it has no title.'],
    ['no text', '<guid>1</guid><title>T</title>', 'it has no text.'],
    [
      'no id and no link',
      '<title>T</title><description>x</description>',
      'it has no id and no link to know it by again.',
    ],
    [
      'a time in the future',
      rssItem('1', '<pubDate>Fri, 20 Nov 2026 12:06:00 GMT</pubDate>').slice(6, -7),
      'its time is in the future; it can be sent then.',
    ],
    [
      'a time before newspapers',
      rssItem('1', '<pubDate>1492-10-12T00:00:00Z</pubDate>').slice(6, -7),
      'its time is before the year 1900.',
    ],
  ];
  for (const [name, item, skipped] of cases) {
    it(`is skipped with the reason: ${name}`, () => {
      assert.deepEqual(skippedIn(rssOf(`<item>${item}</item>`)), [skipped]);
    });
  }

  it('is filled in where that is sensible', () => {
    const item = '<title>T</title><description>x</description><link>https://gazette.test/1</link>';
    const more = '<pubDate>some day</pubDate><author>desk@gazette.test</author>';
    assert.deepEqual(storyOf(rssOf(`<item>${item}${more}</item>`)), {
      headline: 'T',
      summary: 'x',
      section: 'World',
      byline: 'Test Gazette',
      body: 'x',
      sourceId: 'https://gazette.test/1',
    });
  });

  it('is skipped when an item before it has its id', () => {
    const text = rssOf(rssItem('1') + rssItem('1'));
    assert.deepEqual(skippedIn(text), ['a story', 'an item before it has the same id.']);
  });
});

describe('the source id', () => {
  it('tells the same number of two feeds apart', () => {
    const text = rssOf(rssItem('1'));
    const other = text.replace('https://gazette.test/', 'https://other.test/');
    assert.equal(storyOf(text).sourceId, 'https://gazette.test/#1');
    assert.equal(storyOf(other).sourceId, 'https://other.test/#1');
  });

  it('is a hash where it is longer than the API takes', () => {
    const story = storyOf(rssOf(rssItem(`https://gazette.test/${'x'.repeat(1000)}`)));
    assert.match(story.sourceId, /^sha256:[\da-f]{64}$/);
  });
});

describe('the section', () => {
  const cases: [categories: string[], section: string][] = [
    [[], 'World'],
    [['Gardening'], 'World'],
    [['Local news'], 'City'],
    [['Gardening', 'SPORTS'], 'Sport'],
    [['science/nature'], 'Science'],
    [['Transportation'], 'World'],
    [['constructor', 'Markets'], 'Business'],
  ];
  for (const [categories, section] of cases) {
    it(`of ${JSON.stringify(categories)} is ${section}`, () => {
      const more = categories.map((category) => `<category>${category}</category>`).join('');
      assert.equal(storyOf(rssOf(rssItem('1', more))).section, section);
    });
  }
});
