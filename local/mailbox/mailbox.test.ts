import assert from 'node:assert/strict';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, test } from 'node:test';
import { ManualClock } from '../clock.ts';
import { openState } from '../state/state.ts';
import { mailboxPage } from './mailbox-page.ts';
import { openMailbox } from './mailbox.ts';

let folder: string;
const clock = new ManualClock();

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'presspass-mailbox-'));
});

afterEach(() => {
  rmSync(folder, { recursive: true });
});

test('mails are listed newest first, for one address in any case of letters, also after a restart', async () => {
  const state = await openState(folder);
  const first = openMailbox({ database: state.database, clock });
  first.deliver({ to: 'Ada@example.test', subject: 'One', text: '1', code: '012345' });
  clock.advance(60);
  first.deliver({ to: 'bob@example.test', subject: 'Two', text: '2' });
  state.close();
  const next = await openState(folder);
  const again = openMailbox({ database: next.database, clock });
  assert.deepEqual(
    again.list().map(({ subject }) => subject),
    ['Two', 'One'],
  );
  const [mail, ...others] = again.list('ADA@example.test');
  assert.equal(others.length, 0);
  assert.equal(mail?.code, '012345');
  assert.match(mail.sentAt, /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/);
  assert.equal('code' in (again.list('bob@example.test')[0] ?? {}), false);
  next.close();
});

test('of a flood of mails to one address the newest 500 are kept, and nobody else loses any', async () => {
  const state = await openState(folder);
  const { database } = state;
  const mailbox = openMailbox({ database, clock });
  mailbox.deliver({ to: 'bob@example.test', subject: 'Kept', text: '' });
  for (let count = 1; count <= 600; count++) {
    mailbox.deliver({ to: 'ada@example.test', subject: String(count), text: '' });
  }
  assert.equal(mailbox.list('ada@example.test')[0]?.subject, '600');
  assert.equal(mailbox.list('bob@example.test').length, 1);
  assert.equal(database.prepare('SELECT count(*) AS mails FROM mail').get()?.['mails'], 501);
  state.close();
});

test('what is withheld is in no list, takes nobody’s place in one, and does not fill the disk', async () => {
  const state = await openState(folder);
  const { database } = state;
  const mailbox = openMailbox({ database, clock });
  mailbox.deliver({ to: 'bob@example.test', subject: 'Kept', text: '' });
  for (let count = 1; count <= 600; count++) {
    mailbox.withhold({ to: 'ada@example.test', subject: 'Withheld', text: '', code: '123456' });
  }
  assert.deepEqual(
    mailbox.list().map(({ subject }) => subject),
    ['Kept'],
  );
  for (const to of ['ada@example.test', '']) assert.deepEqual(mailbox.list(to), []);
  assert.equal(database.prepare('SELECT count(*) AS mails FROM mail').get()?.['mails'], 501);
  state.close();
});

test('the page shows markup in a mail as text, and loads nothing but typefaces and its script', () => {
  const { html: page, policy } = mailboxPage([
    {
      id: 7,
      to: '<img src=x>@example.test',
      subject: '"Hi" & <b>',
      text: '<script>alert(1)</script>',
      code: "12'34",
      sentAt: '2026-11-20T10:00:00.000Z',
    },
  ]);
  const body = page.slice(page.indexOf('<body>'));
  assert.doesNotMatch(body, /<(script|img|b)\b/);
  assert.match(body, /&#60;script&#62;alert\(1\)/);
  assert.doesNotMatch(page, /https?:|@import/);
  assert.deepEqual(
    [...page.matchAll(/(?:src="|url\(['"]?)([^"')]+)/g)].map(([, address]) => address),
    ['/fonts/newsreader.woff2', '/fonts/libre-franklin.woff2', '/mailbox.js'],
  );
  assert.match(policy, /default-src 'none';.* script-src 'self'; connect-src 'self';/);
  assert.doesNotMatch(policy, /unsafe/);
  assert.match(page, /2026-11-20 10:00:00 UTC/);
});

for (const [where, text] of [
  ['in the middle', 'Use 654321 within an hour.'],
  ['at the end', 'Your code is 654321'],
  ['nowhere', 'Your code stands below.'],
] as const)
  test(`the page shows a code once that the text has ${where}`, () => {
    const mail = { id: 1, to: 'ada@example.test', subject: 'Code', text, code: '654321' };
    const { html } = mailboxPage([{ ...mail, sentAt: '2026-11-20T10:00:00.000Z' }]);
    assert.equal(html.split('654321').length - 1, 1);
    assert.match(html, /<code class="code">654321<\/code>/);
  });

test('an empty mailbox says what will arrive', () => {
  assert.match(mailboxPage([]).html, /No mail yet/);
});
