import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { after, before, describe, it } from 'node:test';
import { parse } from 'yaml';
import { startNewsApi } from './testing/news-api.ts';
import type { NewsApi } from './testing/news-api.ts';

const signedInScope = 'aws.cognito.signin.user.admin';
const day = 24 * 3600;

let api: NewsApi;
let editor: string;
let reader: string;
let wire: string;
let agency: string;
let editorsIdToken: string;

/** Tokens outlive the leaps of the clock. */
const exp = 4_000_000_000;

before(async () => {
  api = await startNewsApi();
  const { issuer } = api;
  editor = await issuer.accessToken(signedInScope, { 'cognito:groups': ['admin'], exp });
  reader = await issuer.accessToken(signedInScope, { 'cognito:groups': ['admin2'], exp });
  wire = await issuer.accessToken('news/write', { sub: 'wire', exp });
  agency = await issuer.accessToken('news/read news/write', { sub: 'agency', exp });
  editorsIdToken = await issuer.idToken({ 'cognito:groups': ['admin'], exp });
});

after(() => api.close());

const story = {
  headline: 'Night ferry returns to the harbour',
  summary: 'The first sailing leaves on Friday.',
  section: 'City',
  byline: 'Our harbour correspondent',
  body: 'Every cabin is sold.\n\nThe dockers are pleased.',
};

interface Answer {
  status: number;
  location: string | null;
  id: string;
  headline?: string;
  publishedAt: string;
  deletedAt?: string;
  expiresAt?: string;
  message?: string;
  field?: string;
}

async function publish(token: string | undefined, content: unknown): Promise<Answer> {
  const response = await api.call('POST', '/api/news', token, {
    body: typeof content === 'string' ? content : JSON.stringify(content),
    headers: { 'Content-Type': 'application/json' },
  });
  const location = response.headers.get('location');
  return { status: response.status, location, ...((await response.json()) as object) } as Answer;
}

const inTheTrash = async (id: string): Promise<void> => {
  assert.equal((await api.call('DELETE', `/api/news/${id}`, editorsIdToken)).status, 204);
};

async function listed(): Promise<string[]> {
  const ids: string[] = [];
  let path = '/api/news?limit=100';
  for (;;) {
    const page = (await (await api.call('GET', path)).json()) as {
      items: { id: string }[];
      nextCursor?: string;
    };
    ids.push(...page.items.map(({ id }) => id));
    if (page.nextCursor === undefined) return ids;
    path = `/api/news?limit=100&cursor=${page.nextCursor}`;
  }
}

describe('who publishes', () => {
  it('is an editor, or a service that may write', async () => {
    assert.equal((await publish(editor, story)).status, 201);
    assert.equal((await publish(wire, story)).status, 201);
    assert.equal((await publish(agency, story)).status, 201);
  });

  it('is no reader, and nothing is published', async () => {
    const before = await listed();
    assert.deepEqual(await publish(reader, story), {
      status: 403,
      location: null,
      message:
        'Only editors (members of the group admin) and services with the scope news/write may do this.',
    });
    assert.deepEqual(await listed(), before);
  });

  it('shows an access token with one of the scopes', async () => {
    const { issuer } = api;
    const others = [
      undefined,
      editorsIdToken,
      await issuer.accessToken('news/read', { 'cognito:groups': ['admin'] }),
      await issuer.accessToken('news/writer openid'),
      await issuer.idToken({ scope: 'news/write' }),
    ];
    for (const token of others) assert.equal((await publish(token, story)).status, 401);
  });
});

describe('a published article', () => {
  it('is where Location says, as it was sent, and first on the front page', async () => {
    const { status, location, id, publishedAt } = await publish(wire, story);
    assert.equal(status, 201);
    assert.ok(Math.abs(Date.parse(publishedAt) - api.clock.now()) < 5000);
    const address = new URL(location ?? '', 'http://paper.test/api/news').pathname;
    assert.equal(address, `/api/news/${id}`);
    const article: unknown = await (await api.call('GET', address, editorsIdToken)).json();
    const times = { publishedAt, updatedAt: publishedAt };
    assert.deepEqual(article, { ...story, id, ...times, version: 1 });
    api.clock.advance(1);
    assert.equal((await publish(wire, story)).id, (await listed())[0]);
  });

  it('is listed in its month, also in one that had no news, or before all others', async () => {
    for (const publishedAt of ['1931-05-02T08:00:00+02:00', '1900-01-01T00:00:00Z']) {
      const article = await publish(editor, { ...story, publishedAt });
      assert.equal(article.publishedAt, new Date(publishedAt).toISOString());
      assert.equal((await listed()).at(-1), article.id);
    }
  });

  it('may be as long as the contract allows, in any characters', async () => {
    const contract = parse(
      await readFile(new URL('../contract/news.yaml', import.meta.url), 'utf8'),
    ) as { components: { schemas: { NewArticle: { properties: Record<string, object> } } } };
    const { properties } = contract.components.schemas.NewArticle;
    const limits = Object.entries(properties as Record<string, { maxLength?: number }>);
    for (const [field, { maxLength }] of limits) {
      if (maxLength === undefined) continue;
      const longest = { ...story, [field]: '🐟'.repeat(maxLength) };
      assert.equal((await publish(wire, longest)).status, 201, field);
      const { message } = await publish(wire, { ...story, [field]: 'x'.repeat(maxLength + 1) });
      assert.equal(message, `${field} must have at most ${maxLength} characters.`);
    }
  });
});

describe('the same source id again', () => {
  it('publishes nothing and answers with the article as it stands', async () => {
    const first = await publish(wire, { ...story, sourceId: 'again' });
    const second = await publish(wire, { ...story, headline: 'Changed', sourceId: 'again' });
    assert.equal(second.status, 200);
    assert.equal(second.location, null);
    assert.deepEqual({ ...second, status: 201, location: first.location }, first);
    assert.equal((await listed()).filter((id) => id === first.id).length, 1);
  });

  it('is another article when another publisher sends it', async () => {
    const [one, other, third] = await Promise.all(
      [wire, agency, editor].map((token) => publish(token, { ...story, sourceId: 'shared' })),
    );
    assert.deepEqual([one?.status, other?.status, third?.status], [201, 201, 201]);
    assert.equal(new Set([one?.id, other?.id, third?.id]).size, 3);
  });

  it('is one article when many send it at once, and new to one of them', async () => {
    const sent = Array.from({ length: 12 }, () => publish(wire, { ...story, sourceId: 'race' }));
    const answers = await Promise.all(sent);
    assert.equal(new Set(answers.map(({ id }) => id)).size, 1);
    assert.deepEqual(answers.map(({ status }) => status).sort(), [
      ...Array<number>(11).fill(200),
      201,
    ]);
  });

  it('leaves in the trash what an editor has put there', async () => {
    const { id } = await publish(wire, { ...story, sourceId: 'deleted' });
    await inTheTrash(id);
    const again = await publish(wire, { ...story, sourceId: 'deleted' });
    assert.equal(again.status, 200);
    assert.equal(again.id, id);
    assert.match(`${again.deletedAt ?? ''} ${again.expiresAt ?? ''}`, /^\d{4}-\S+Z \d{4}-\S+Z$/);
    assert.equal((await api.call('GET', `/api/news/${id}`, editorsIdToken)).status, 404);
    assert.equal((await listed()).includes(id), false);
  });

  it('is a new article once the trash has let go of the old one, though the table still has it', async () => {
    const { id } = await publish(wire, { ...story, sourceId: 'expired' });
    await inTheTrash(id);
    api.clock.advance(30 * day - 1);
    assert.equal((await publish(wire, { ...story, sourceId: 'expired' })).status, 200);
    api.clock.advance(2);
    const anew = await publish(wire, { ...story, headline: 'Anew', sourceId: 'expired' });
    assert.deepEqual([anew.status, anew.id, anew.headline], [201, id, 'Anew']);
    assert.equal((await listed()).filter((each) => each === id).length, 1);
    assert.equal((await publish(wire, { ...story, sourceId: 'expired' })).status, 200);
  });

  it('makes a new article each time when there is no source id', async () => {
    const [one, other] = [await publish(wire, story), await publish(wire, story)];
    assert.deepEqual([one.status, other.status], [201, 201]);
    assert.notEqual(one.id, other.id);
  });
});

describe('bad input', () => {
  const { headline: _, ...headless } = story;
  const later = (milliseconds: number): string =>
    new Date(api.clock.now() + milliseconds).toISOString();
  const aTime =
    'publishedAt must be a time with its offset from UTC, such as 2026-11-20T06:30:00Z.';
  const cases: [name: string, content: unknown, message: string, field: string][] = [
    ['broken JSON', '{"headline"', 'The body is not valid JSON.', 'body'],
    ['no body', '', 'The body is missing.', 'body'],
    ['a list', '[]', 'The body must be a JSON object.', 'body'],
    ['nothing', 'null', 'The body must be a JSON object.', 'body'],
    ['nested without end', '['.repeat(100_000), 'The body is not valid JSON.', 'body'],
    ['an unknown field', { ...story, id: '1' }, 'There is no field id here.', 'id'],
    ['a prototype', '{"__proto__":{}}', 'There is no field __proto__ here.', '__proto__'],
    ['no headline', headless, 'headline is missing.', 'headline'],
    ['null', { ...story, summary: null }, 'summary must be a text.', 'summary'],
    ['a number', { ...story, byline: 7 }, 'byline must be a text.', 'byline'],
    ['a list of texts', { ...story, body: ['x'] }, 'body must be a text.', 'body'],
    ['an empty text', { ...story, summary: '' }, 'summary must not be empty.', 'summary'],
    [
      'only what nobody sees',
      { ...story, headline: '\u200b\u2060' },
      'headline must not be empty.',
      'headline',
    ],
    [
      'what turns the direction of the text after it',
      { ...story, byline: 'Editor \u202eadmin' },
      'byline must not hold control characters.',
      'byline',
    ],
    [
      'the same over many lines',
      { ...story, body: 'a\n\u2066b' },
      'body must not hold control characters but line breaks and tabs.',
      'body',
    ],
    [
      'a second line',
      { ...story, headline: 'a\u2028b' },
      'headline must not hold control characters.',
      'headline',
    ],
    ['only spaces', { ...story, headline: ' \u00a0 ' }, 'headline must not be empty.', 'headline'],
    [
      'a line break in a line',
      { ...story, headline: 'a\nb' },
      'headline must not hold control characters.',
      'headline',
    ],
    [
      'an escape sequence',
      { ...story, body: 'a\u001b[2J' },
      'body must not hold control characters but line breaks and tabs.',
      'body',
    ],
    [
      'half a character',
      { ...story, body: 'a\ud83d' },
      'body must be whole characters: half of a surrogate pair is none.',
      'body',
    ],
    [
      'no such section',
      { ...story, section: 'toString' },
      'section must be one of World, City, Business, Science, Culture, Sport.',
      'section',
    ],
    ['an empty source id', { ...story, sourceId: '' }, 'sourceId must not be empty.', 'sourceId'],
    ['a date', { ...story, publishedAt: '2026-11-20' }, aTime, 'publishedAt'],
    ['local time', { ...story, publishedAt: '2026-11-20T06:30:00' }, aTime, 'publishedAt'],
    ['30 February', { ...story, publishedAt: '2026-02-30T06:30:00Z' }, aTime, 'publishedAt'],
    ['25 hours', { ...story, publishedAt: '2026-02-03T24:30:00Z' }, aTime, 'publishedAt'],
    ['a number as time', { ...story, publishedAt: 1 }, aTime, 'publishedAt'],
    ['null as time', { ...story, publishedAt: null }, aTime, 'publishedAt'],
    [
      'a time before newspapers',
      { ...story, publishedAt: '1899-12-31T23:59:59Z' },
      'publishedAt must not be before the year 1900.',
      'publishedAt',
    ],
  ];
  for (const [name, content, message, field] of cases) {
    it(`is answered by naming the culprit: ${name}`, async () => {
      const expected = { status: 400, location: null, message, field };
      assert.deepEqual(await publish(wire, content), expected);
    });
  }

  it('is a time in the future, beyond what clocks may differ', async () => {
    const soon = await publish(wire, { ...story, publishedAt: later(4 * 60_000) });
    assert.equal(soon.status, 201);
    const { message } = await publish(wire, { ...story, publishedAt: later(6 * 60_000) });
    assert.equal(message, 'publishedAt must not be in the future.');
  });

  it('is a content type that is not JSON', async () => {
    for (const type of ['text/plain', 'application/x-www-form-urlencoded', 'application/jsonp']) {
      const init = { body: JSON.stringify(story), headers: { 'Content-Type': type } };
      const response = await api.call('POST', '/api/news', wire, init);
      assert.equal(response.status, 400);
      assert.deepEqual(await response.json(), {
        message: 'Content-Type must be application/json.',
        field: 'Content-Type',
      });
    }
  });

  it('is a body over 1 MB, and a query', async () => {
    const tooLong = await publish(wire, { ...story, body: 'x'.repeat(1024 * 1024) });
    assert.equal(tooLong.status, 413);
    const response = await api.call('POST', '/api/news?force=1', wire, {
      body: JSON.stringify(story),
      headers: { 'Content-Type': 'application/json' },
    });
    assert.equal(response.status, 400);
  });
});
