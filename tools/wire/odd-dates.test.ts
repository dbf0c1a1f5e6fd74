import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { after, before, describe, it } from 'node:test';
import { atomEntry, atomOf, rdfOf, rssItem, rssOf } from './testing/feeds.ts';
import { onlyStoryOf, readingsOf } from './testing/readings.ts';
import type { StoryReading } from './story.ts';

/** Where the machine may be: east, west, at a half hour, and where the date itself is another. */
const machines = ['UTC', 'Asia/Tokyo', 'America/Los_Angeles', 'America/St_Johns', 'Pacific/Apia'];

const rss = (date: string): string => rssOf(rssItem('1', `<pubDate>${date}</pubDate>`));
const atom = (date: string): string =>
  atomOf(atomEntry('tag:wire.test,2026:1', `<published>${date}</published><summary>x</summary>`));
const rdf = (date: string): string => rdfOf('https://rdf.test/1', date);

let machine: string | undefined;
before(() => {
  machine = process.env['TZ'];
});
after(() => {
  if (machine === undefined) delete process.env['TZ'];
  else process.env['TZ'] = machine;
});

/** The only story of a feed, which is the same wherever the machine is. */
function storyAnywhere(feed: string): StoryReading {
  const readings = machines.map((zone) => {
    process.env['TZ'] = zone;
    return onlyStoryOf(feed);
  });
  const [reading] = readings;
  assert.ok(reading);
  for (const other of readings) assert.deepEqual(other, reading);
  return reading;
}

const morning = '2026-11-20T10:00:00.000Z';
const evening = '2026-11-20T19:58:02.000Z';
const day = '2026-11-20T00:00:00.000Z';

describe('a date that can be read', () => {
  const dates: [feed: (date: string) => string, date: string, instant: string][] = [
    // The zones that RFC 822 names, and those that feeds do.
    [rss, 'Fri, 20 Nov 2026 19:58:02 GMT', evening],
    [rss, 'Fri, 20 Nov 2026 19:58:02 UT', evening],
    [rss, 'Fri, 20 Nov 2026 19:58:02 Z', evening],
    [rss, 'Fri, 20 Nov 2026 19:58:02 -0000', evening],
    [rss, 'Fri, 20 Nov 2026 20:58:02 CET', evening],
    [rss, 'Fri, 20 Nov 2026 21:58:02 CEST', evening],
    [rss, 'Fri, 20 Nov 2026 20:58:02 MEZ', evening],
    [rss, 'Fri, 20 Nov 2026 20:58:02 BST', evening],
    [rss, 'Fri, 20 Nov 2026 22:58:02 MSK', evening],
    [rss, 'Sat, 21 Nov 2026 04:58:02 JST', evening],
    [rss, 'Sat, 21 Nov 2026 01:28:02 IST', evening],
    [rss, 'Sat, 21 Nov 2026 03:58:02 HKT', evening],
    [rss, 'Sat, 21 Nov 2026 06:58:02 AEDT', evening],
    [rss, 'Sat, 21 Nov 2026 08:58:02 NZDT', evening],
    [rss, 'Fri, 20 Nov 2026 16:28:02 NST', evening],
    [rss, 'Fri, 20 Nov 2026 14:58:02 EST', evening],
    [rss, 'Fri, 20 Nov 2026 15:58:02 EDT', evening],
    [rss, 'Fri, 20 Nov 2026 12:58:02 PDT', evening],
    [rss, 'Fri, 20 Nov 2026 14:58:02 ET', evening],
    [rss, 'Fri, 10 Jul 2026 06:00:00 ET', '2026-07-10T10:00:00.000Z'],
    [rss, 'Fri, 20 Nov 2026 20:58:02 Europe/Berlin', evening],
    [rss, 'Fri, 20 Nov 2026 20:58:02 cet', evening],
    [rss, 'Fri, 20 Nov 2026 20:58:02 (CET)', evening],
    [rss, 'Fri, 20 Nov 2026 20:58:02 +0100 (CET)', evening],
    [rss, 'Fri, 20 Nov 2026 20:58:02 +01:00', evening],
    [rss, 'Fri, 20 Nov 2026 20:58:02 GMT+1', evening],
    [rss, 'Fri, 20 Nov 2026 20:58:02 GMT+0100', evening],
    [rss, 'Sat, 21 Nov 2026 01:28:02 UTC +05:30', evening],
    // Parts that are missing, short, long or wrong.
    [rss, 'Fri, 20 Nov 2026 10:00 GMT', morning],
    [rss, '20 Nov 2026 10:00:00 GMT', morning],
    [rss, 'Mon, 20 Nov 2026 10:00:00 GMT', morning],
    [rss, '20 Nov 26 10:00', morning],
    [rss, 'Sat, 20 Nov 99 10:00:00 GMT', '1999-11-20T10:00:00.000Z'],
    [rss, 'Fri, 20 Nov 126 10:00:00 GMT', morning],
    [rss, 'Friday, 20-Nov-26 10:00:00 GMT', morning],
    [rss, 'Fri,20 Nov 2026  10:00:00GMT', morning],
    [rss, 'fri, 20 NOV 2026 10:00:00 gmt', morning],
    [rss, 'Fri, 20 November 2026 10:00 GMT', morning],
    [rss, 'Thurs, 19 Sept 2026 9:5:2 GMT', '2026-09-19T09:05:02.000Z'],
    [rss, 'Fri, 20 Nov 2026', day],
    [rss, 'Fri, 20 Nov 2026 24:00:00 GMT', '2026-11-21T00:00:00.000Z'],
    [rss, 'Thu, 31 Dec 2015 23:59:60 GMT', '2016-01-01T00:00:00.000Z'],
    // No zone: never that of the machine.
    [rss, 'Fri, 20 Nov 2026 10:00:00', morning],
    [rss, '2026-11-20 10:00:00', morning],
    [rdf, '2026-11-20T10:00:00', morning],
    [atom, '2026-11-20T10:00:00', morning],
    // ISO 8601, in RSS too.
    [rss, '2026-11-20T10:00:00Z', morning],
    [rss, '2026-11-20t11:00:00+01:00', morning],
    [rdf, '2026-11-20T11:00+01:00', morning],
    [rdf, '2026-11-20', day],
    [rdf, '2026-11', '2026-11-01T00:00:00.000Z'],
    [atom, '2026-11-20T11:00:00.250+01:00', '2026-11-20T10:00:00.250Z'],
    [atom, '2026-11-20T11:00:00+0100', morning],
    [atom, '2026-11-20T05:00:00\u221205:00', morning],
    [atom, '20261120T100000Z', morning],
    [atom, '2026-11-20+01:00', '2026-11-19T23:00:00.000Z'],
    // As people and their programs write it.
    [rss, 'Fri Nov 20 11:00:00 CET 2026', morning],
    [rss, 'Fri Nov 20 2026 11:00:00 GMT+0100 (Central European Standard Time)', morning],
    [rss, 'November 20, 2026 5:00 AM EST', morning],
    [rss, 'Nov 20th, 2026 at 12:00 a.m.', day],
    [rss, '11/20/2026 10:00:00', morning],
    [rss, '20/11/2026 10:00', morning],
    [rss, '20.11.2026, 10:00 Uhr', morning],
    [rss, '2026/11/20 10:00', morning],
    [rss, '1795168800', morning],
    [rss, '1795168800000', morning],
    [rss, 'Freitag, 20 Nov 2026 11:00:00 +0100', morning],
    [rss, 'Fr, 20 Mär 2026 10:00:00 GMT', '2026-03-20T10:00:00.000Z'],
    [rss, 'mar., 17 nov. 2026 10:00', '2026-11-17T10:00:00.000Z'],
    [rss, 'vendredi 20 novembre 2026 10h00', morning],
    [rss, 'Sex, 20 Fev 2026 10:00:00 GMT', '2026-02-20T10:00:00.000Z'],
    [rss, '20 de noviembre de 2026 10:00', morning],
    [rss, 'Пт, 20 ноя 2026 13:00:00 +0300', morning],
    [rss, '2026年11月20日 10:00', morning],
  ];
  for (const [feed, date, instant] of dates) {
    it(`is the same anywhere: ${date} (${feed.name})`, () => {
      const { story, note } = storyAnywhere(feed(date));
      assert.equal(story.publishedAt, instant);
      assert.equal(note, undefined);
    });
  }
});

describe('a date that cannot be read', () => {
  const dates = [
    'a Sunday in autumn',
    '0000-00-00',
    '0000-00-00 00:00:00',
    'Mon, 31 Feb 2026 10:00:00 GMT',
    'Fri, 20 Nov 2026 25:00:00 GMT',
    '2026-13-20T10:00:00Z',
    '2026-02-29',
    '03/04/2026',
    '26-11-20',
    '20 Nov 2026 – 3 Dec 2026',
    '20 Jui 2026',
    '10:00',
    '2 days ago',
    'Invalid Date',
  ];
  for (const date of dates) {
    it(`is reported with its text: ${date}`, () => {
      const { story, note } = storyAnywhere(rss(date));
      assert.equal(story.publishedAt, undefined);
      assert.equal(note, `its date “${date}” cannot be read; it has the time of sending.`);
    });
  }

  it('gives way to another that the item has, and is reported all the same', () => {
    const dates = '<published>soon</published><updated>2026-11-20T10:00:00Z</updated>';
    const feed = atomOf(atomEntry('tag:wire.test,2026:1', `${dates}<summary>x</summary>`));
    const { story, note } = storyAnywhere(feed);
    assert.equal(story.publishedAt, morning);
    assert.equal(note, 'its date “soon” cannot be read; “2026-11-20T10:00:00Z” counts.');
  });

  it('does nothing to a terminal, however long', () => {
    const { note } = storyAnywhere(rss(`&#27;[2J ${'x '.repeat(500)}`));
    assert.match(note ?? '', /^its date “\[2J x x [x ]+…” cannot be read/);
  });
});

describe('a zone that says nothing', () => {
  // RFC 5322 section 4.3: the military letters are UTC, since RFC 822 had their signs wrong; and so is every other name.
  for (const zone of ['A', 'M', 'N', 'Y', 'XYZ', 'Mars/Phobos', '+2500', 'Local Time']) {
    it(`is UTC, and reported with its date: ${zone}`, () => {
      const date = `Fri, 20 Nov 2026 10:00:00 ${zone}`;
      const { story, note } = storyAnywhere(rss(date));
      assert.equal(story.publishedAt, morning);
      assert.equal(note, `its date “${date}” is read as UTC, since “${zone}” is no known zone.`);
    });
  }
});

describe('a feed whose dates people met', () => {
  const timesIn = async (file: string): Promise<(string | undefined)[]> => {
    const feed = await readFile(new URL(`testing/feeds/${file}`, import.meta.url));
    return readingsOf(feed).map((reading) =>
      'story' in reading ? reading.story.publishedAt : undefined,
    );
  };

  it('in named zones has its stories where they belong', async () => {
    assert.deepEqual(await timesIn('named-zones.xml'), [
      '2026-11-20T18:58:02.000Z',
      '2026-11-20T17:58:02.000Z',
      '2026-11-20T23:58:02.000Z',
    ]);
  });

  it('without zones is read alike on every machine', async () => {
    process.env['TZ'] = 'UTC';
    const here = await timesIn('dates-without-zone.xml');
    process.env['TZ'] = 'Asia/Tokyo';
    assert.deepEqual(await timesIn('dates-without-zone.xml'), here);
    assert.equal(here.filter((time) => time === undefined).length, 1);
  });
});
