import assert from 'node:assert/strict';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import type { RequestListener } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { listen } from '../../local/http/server.ts';
import { readFeedBytes } from './feed-bytes.ts';
import { feedText } from './feed-text.ts';
import { feedIn } from './feed.ts';
import { rssItem, rssOf } from './testing/feeds.ts';

const never = new AbortController().signal;
const xml = (encoding: string): string => `<?xml version="1.0" encoding="${encoding}"?><a>Café</a>`;

describe('the encoding of a feed', () => {
  const utf16be = Buffer.from(xml('UTF-16'), 'utf16le').swap16();
  const cases: [name: string, bytes: Buffer, charset?: string][] = [
    ['UTF-8 without a word about it', Buffer.from('<a>Café</a>')],
    ['UTF-8 with a byte order mark', Buffer.from(`\ufeff${xml('ISO-8859-1')}`)],
    ['ISO-8859-1 by the XML declaration', Buffer.from(xml('ISO-8859-1'), 'latin1')],
    ['ISO-8859-1 by HTTP, whatever XML declares', Buffer.from(xml('UTF-8'), 'latin1'), 'latin1'],
    ['UTF-16 with a byte order mark', Buffer.from(`\ufeff${xml('UTF-16')}`, 'utf16le')],
    ['UTF-16 the other way round, without a mark', utf16be],
  ];
  for (const [name, bytes, charset] of cases) {
    it(`is understood: ${name}`, () => {
      const text = feedText('feed', charset === undefined ? { bytes } : { bytes, charset });
      assert.match(text, />Café</);
      assert.match(text, /^</);
    });
  }

  it('is refused when it is unknown, or not what it says', () => {
    assert.throws(() => feedText('feed', { bytes: Buffer.from(xml('EBCDIC')) }), {
      message: 'feed cannot be read: it says that it is in EBCDIC, which is unknown here.',
    });
    assert.throws(() => feedText('feed', { bytes: Buffer.from(xml('UTF-8'), 'latin1') }), {
      message: 'feed cannot be read: it says that it is in UTF-8, but is not.',
    });
  });
});

describe('what is no feed', () => {
  const pages: [name: string, text: string, why: string][] = [
    ['nothing', '', 'it is neither RSS 2.0 nor Atom.'],
    ['JSON', '{"items":[]}', 'it is neither RSS 2.0 nor Atom.'],
    [
      'a JSON Feed',
      '{"version":"https://jsonfeed.org/version/1.1","title":"t","items":[{"id":"1"}]}',
      'it is neither RSS 2.0 nor Atom.',
    ],
    [
      'a web page',
      '<!DOCTYPE html><html><body></body></html>',
      'it is a web page. Look in the page for the address of its feed.',
    ],
    ['half a feed', rssOf(rssItem('1')).slice(0, -40), 'its XML is broken.'],
    ['nested without end', rssOf('<item>'.repeat(100_000)), 'its XML is broken.'],
    [
      'one that names a file of ours',
      `<!DOCTYPE r [<!ENTITY x SYSTEM "file:///etc/passwd">]>${rssOf('<item><title>&x;</title></item>').slice(21)}`,
      'its XML is broken.',
    ],
  ];
  for (const [name, text, why] of pages) {
    it(`is refused in one line: ${name}`, () => {
      assert.throws(() => feedIn('feed', text), { message: `feed cannot be read: ${why}` });
    });
  }

  it('does not make a billion laughs of ten', () => {
    const laughs = Array.from({ length: 9 }, (_, level) => {
      const one = level === 0 ? 'ha' : `&l${level - 1};`;
      return `<!ENTITY l${level} "${one.repeat(10)}">`;
    });
    const text = `<!DOCTYPE r [${laughs.join('')}]>${rssOf('<item><title>&l8;</title></item>').slice(21)}`;
    const [item] = feedIn('feed', text).items;
    assert.equal(item?.title?.text, '&l8;');
  });
});

describe('where a feed comes from', () => {
  const problem = async (source: string, why: RegExp): Promise<void> => {
    await assert.rejects(readFeedBytes(source, never), (failure: Error) => {
      assert.equal(failure.name, 'StartUpProblem');
      assert.match(failure.message, why);
      assert.doesNotMatch(failure.message, /\n/);
      return true;
    });
  };

  async function served(
    answer: RequestListener,
    use: (url: string) => Promise<void>,
  ): Promise<void> {
    const server = await listen(0, answer);
    try {
      await use(`http://127.0.0.1:${server.port}/feed`);
    } finally {
      await server.close();
    }
  }

  it('may be a file, or be none', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'presspass-'));
    const file = join(folder, 'feed.xml');
    await writeFile(file, 'text');
    assert.equal((await readFeedBytes(file, never)).bytes.toString(), 'text');
    await problem(folder, /it is a folder/);
    await problem(join(folder, 'none.xml'), /there is no such file/);
    await writeFile(file, Buffer.alloc(20 * 1024 * 1024 + 1));
    await problem(file, /it is over 20 MB/);
    await rm(folder, { recursive: true });
  });

  it('may be an address, behind a redirect, with the encoding that HTTP says', async () => {
    const answer: RequestListener = (request, response) => {
      if (request.url === '/feed') response.writeHead(301, { Location: '/there' }).end();
      else response.setHeader('Content-Type', 'text/xml; charset="iso-8859-1"').end('text');
    };
    await served(answer, async (url) => {
      const { bytes, charset } = await readFeedBytes(url, never);
      assert.deepEqual([bytes.toString(), charset], ['text', 'iso-8859-1']);
    });
  });

  it('may be an address with a name and a password, which go to its host only', async () => {
    const seen: (string | undefined)[] = [];
    const elsewhere = await listen(0, (request, response) => {
      seen.push(request.headers.authorization);
      response.end('text');
    });
    const answer: RequestListener = (request, response) => {
      seen.push(request.headers.authorization);
      response.writeHead(302, { Location: `http://127.0.0.1:${elsewhere.port}/feed` }).end();
    };
    await served(answer, async (url) => {
      const { bytes } = await readFeedBytes(url.replace('//', '//user:p%40ss@'), never);
      assert.equal(bytes.toString(), 'text');
    });
    await elsewhere.close();
    const basic = `Basic ${Buffer.from('user:p@ss').toString('base64')}`;
    assert.deepEqual(seen, [basic, undefined]);
  });

  const broken: [name: string, answer: RequestListener, why: RegExp][] = [
    ['is not there', (_, response) => response.writeHead(404).end(), /the server answers 404/],
    [
      'redirects in a circle',
      (_, response) => response.writeHead(302, { Location: '/feed' }).end(),
      /redirect count exceeded/,
    ],
    [
      'redirects to a file',
      (_, response) => response.writeHead(302, { Location: 'file:///etc/passwd' }).end(),
      /must be a HTTP\(S\) scheme/,
    ],
    [
      'breaks off',
      (_, response) => {
        response.writeHead(200, { 'Content-Length': 100 }).write('<rss>');
        setImmediate(() => response.destroy());
      },
      /cannot be read: \S/,
    ],
    [
      'never ends',
      (_, response) => {
        const more = (): void => {
          while (response.write(Buffer.alloc(1024 * 1024)));
        };
        response.on('drain', more);
        more();
      },
      /it is over 20 MB/,
    ],
  ];
  for (const [name, answer, why] of broken) {
    it(`is told in one line when it ${name}`, () => served(answer, (url) => problem(url, why)));
  }

  it('is told in one line when nobody is there', async () => {
    const server = await listen(0, () => undefined);
    await server.close();
    await problem(`http://127.0.0.1:${server.port}/feed`, /nothing answers there/);
    await problem('http://', /it is not an address/);
  });
});
