import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { describe, it } from 'node:test';
import { atomEntry, atomOf, rssItem, rssOf } from './testing/feeds.ts';
import { onlyStoryOf, readingsOf } from './testing/readings.ts';

const escaped = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
const atom = (more: string): string => atomOf(atomEntry('tag:wire.test,2026:1', more));

describe('what Atom gives as content', () => {
  const summary = '<summary>Summed up</summary>';
  const paragraph = escaped('<p>One &amp; <b>two</b></p>');
  const cases: [name: string, content: string, body: string][] = [
    ['text', `<content>a ${escaped('<b> &amp;')} c</content>`, 'a <b> &amp; c'],
    ['text by name', `<content type="text">a ${escaped('<b>')} c</content>`, 'a <b> c'],
    ['HTML', `<content type="html">${paragraph}</content>`, 'One & two'],
    [
      'HTML in CDATA',
      '<content type="html"><![CDATA[<p>One &amp; two</p>]]></content>',
      'One & two',
    ],
    ['HTML by media type', `<content type="text/html">${paragraph}</content>`, 'One & two'],
    [
      'HTML, with a parameter',
      `<content type="text/HTML; charset=utf-8">${paragraph}</content>`,
      'One & two',
    ],
    [
      'XHTML',
      '<content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml"><p>a &lt; b</p><iframe src="x"/><p>c</p></div></content>',
      'a < b\n\nc',
    ],
    [
      'XHTML with a prefix',
      '<content type="xhtml" xmlns:h="http://www.w3.org/1999/xhtml"><h:div><h:p>One</h:p></h:div></content>',
      'One',
    ],
    ['plain text by media type', '<content type="text/plain">a &lt;b&gt; c</content>', 'a <b> c'],
    ['Markdown', '<content type="text/markdown"># Head &lt;b&gt;</content>', '# Head <b>'],
    ['a picture', '<content type="image/png">iVBORw0KGgo=</content>', 'Summed up'],
    [
      'a drawing',
      '<content type="image/svg+xml"><svg><text>Drawn</text></svg></content>',
      'Summed up',
    ],
    ['bytes', '<content type="application/octet-stream">AAEC</content>', 'Summed up'],
    ['a document', '<content type="application/pdf">JVBERi0=</content>', 'Summed up'],
    ['other XML', '<content type="application/xml"><a>b</a></content>', 'Summed up'],
    ['other XML as text', '<content type="text/xml"><a>b</a></content>', 'Summed up'],
    ['JSON', '<content type="application/json">{"a":1}</content>', 'Summed up'],
    ['something elsewhere', '<content type="text/html" src="https://wire.test/1"/>', 'Summed up'],
    [
      'something elsewhere, in words',
      '<content src="https://wire.test/1">See there</content>',
      'Summed up',
    ],
    ['nothing', '<content/>', 'Summed up'],
  ];
  for (const [name, content, body] of cases) {
    it(`becomes the text where it is one: ${name}`, () => {
      assert.equal(onlyStoryOf(atom(content + summary)).story.body, body);
    });
  }

  it('is no story where it is a picture and nothing sums it up', () => {
    const [reading] = readingsOf(atom('<content type="image/png">iVBORw0KGgo=</content>'));
    assert.ok(reading && 'skipped' in reading);
    assert.equal(reading.skipped, 'it has no text.');
  });

  it('is told from what is none in the feed that people met', async () => {
    const feed = await readFile(new URL('testing/feeds/atom-content-types.xml', import.meta.url));
    const bodies = readingsOf(feed).map((reading) => 'story' in reading && reading.story.body);
    assert.deepEqual(bodies, ['Only a summary', 'Picture summary', '# Head <b>']);
  });
});

/** The text of an RSS item with this HTML, escaped and in CDATA. */
function bodyOf(html: string): string {
  const items = [`<![CDATA[${html}]]>`, escaped(html)].map((content) =>
    rssItem('1', `<content:encoded>${content}</content:encoded>`),
  );
  const bodies = items.map((item) => onlyStoryOf(rssOf(item)).story.body);
  assert.equal(bodies[0], bodies[1]);
  return bodies[0] ?? '';
}

describe('what is no text of the article', () => {
  const elements = [
    '<iframe src="https://x.test/">Your browser shows no frames</iframe>',
    '<IFRAME SRC="https://x.test/">Frames</IFRAME>',
    '<iframe src="https://x.test/"/>',
    '<svg width="1"><title>Drawing</title><text>Drawn</text><path d="M0 0"/></svg>',
    '<video controls><source src="a.mp4">Your browser shows no video</video>',
    '<audio controls>Your browser plays nothing</audio>',
    '<object data="a.swf">Get Flash</object>',
    '<canvas>Nothing to draw on</canvas>',
    '<textarea rows="2">Type here</textarea>',
    '<select><option>One</option><option>Two</option></select>',
    '<button type="button">Subscribe</button>',
    '<noscript>Switch scripts on</noscript>',
    '<template><p>Later</p></template>',
    '<script>if (a<b) document.write("<p>x</p>")</script>',
    '<style>p > a { color: red }</style>',
    '<p hidden>Nobody sees this</p>',
    '<!-- a comment with <b>markup</b> -->',
  ];
  for (const element of elements) {
    it(`is left out, and what follows is not: ${element}`, () => {
      assert.equal(bodyOf(`<p>Before</p>${element}<p>After</p>`), 'Before\n\nAfter');
    });
  }
});

describe('a < in a text', () => {
  const texts = [
    'Temperature <a threshold',
    'Temperature <a threshold, or <b and c> d',
    '1 < 2 > 0 and 3<4',
    'I <3 this town',
    'Write to <desk@gazette.test> or <https://gazette.test/>',
    'Type <name> and <enter>',
    'Half a tag <a href="',
  ];
  for (const text of texts) {
    it(`that begins no tag loses nothing: ${text}`, () => {
      const item = `<item><guid>1</guid><title>${escaped(text)}</title><description>${escaped(text)}\n\nEnd</description></item>`;
      const { headline, body } = onlyStoryOf(rssOf(item)).story;
      assert.equal(headline, text);
      assert.equal(body, `${text}\n\nEnd`);
    });
  }

  it('beside tags loses nothing either', () => {
    assert.equal(bodyOf('<p>x <y and</p><p>more</p>'), 'x <y and\n\nmore');
    assert.equal(bodyOf('<p>a<img alt="x < y" src="z.png">b</p>'), 'ab');
    assert.equal(bodyOf('<p><a title="a > b" href="/">c</a></p>'), 'c');
    assert.equal(bodyOf('<p><o:p>Word</o:p> &lt;p&gt;</p>'), 'Word <p>');
  });

  it('takes no time to speak of, however many there are', () => {
    for (const stray of ['<a "', '<a b=\'"', '< ', '<!--', '<a ']) {
      const text = `${'x'.repeat(60)}${stray}`.repeat(15_000);
      const started = performance.now();
      bodyOf(text);
      assert.ok(performance.now() - started < 10_000, stray);
    }
  });
});

describe('HTML that is escaped twice', () => {
  it('is read as HTML, since no story begins and ends with tags', () => {
    assert.equal(bodyOf(escaped('<p>One &amp; two</p><p>Three</p>')), 'One & two\n\nThree');
  });

  it('is not taken for it where a story is about HTML', () => {
    assert.equal(
      bodyOf('The &lt;p&gt; of &lt;b&gt;HTML&lt;/b&gt; is old'),
      'The <p> of <b>HTML</b> is old',
    );
    assert.equal(bodyOf('<p>&lt;b&gt;HTML&lt;/b&gt;</p>'), '<b>HTML</b>');
  });
});
