import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import {
  appendFile,
  chmod,
  lstat,
  mkdtemp,
  open,
  readFile,
  rm,
  stat,
  symlink,
  truncate,
  writeFile,
} from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { gunzipSync, gzipSync } from 'node:zlib';
import { DynamoDB } from '@aws-sdk/client-dynamodb';
import { openArticles } from '../../backend/dynamodb/open-articles.ts';
import { startStandIn } from '../../local/stand-in.ts';
import type { StandIn } from '../../local/stand-in.ts';
import { articlesTableName } from '../../local/tables/articles-table-name.ts';
import { articlesUpTo } from '../../local/testing/articles.ts';
import { saveTable } from './save-table.ts';
import { nobodysAddress, startServer } from '../testing/server.ts';
import { runInFolder } from './testing/command.ts';
import type { Ended } from './testing/command.ts';
import { asEditor, newspaperAt } from './testing/newspaper.ts';

let folder: string;
let standIn: StandIn | undefined;

before(async () => {
  folder = await mkdtemp(join(tmpdir(), 'presspass-'));
});

after(async () => {
  await standIn?.close();
  await rm(folder, { recursive: true });
});

let papers = 0;

/** A stand-in that nobody has used; the one before it, if any, is gone. */
async function freshPaper(articles: 'seeded' | 'none' = 'none'): Promise<StandIn> {
  await standIn?.close();
  standIn = undefined;
  papers += 1;
  standIn = await startStandIn({ folder: join(folder, `state-${papers}`), port: 0, articles });
  return standIn;
}

const run = (...args: string[]): Promise<Ended> =>
  runInFolder(folder, args, { EDGE_PORT: String(standIn?.port ?? 1) });

/** Runs it and expects that it went well; resolves to what it said. */
async function done(...args: string[]): Promise<string> {
  const { code, output } = await run(...args);
  assert.equal(code, 0, output);
  return output;
}

const pathOf = (name: string): string => join(folder, name);

function tableOf(paper: StandIn): DynamoDB {
  const credentials = { accessKeyId: 'local', secretAccessKey: 'local' };
  return new DynamoDB({ endpoint: paper.url, region: 'eu-west-1', credentials });
}

/** All items, months too, by id. */
async function itemsOf(paper: StandIn): Promise<Map<string | undefined, object>> {
  const { Items = [] } = await tableOf(paper).scan({ TableName: articlesTableName });
  return new Map(Items.map((item) => [item['id']?.S, item]));
}

describe('a backup, restored into another paper,', () => {
  it('brings back every page, the trash and its time to live', async () => {
    const lost = await freshPaper('seeded');
    const { stories } = await newspaperAt(lost.url);
    const [first, , third] = stories as { id: string }[];
    await asEditor(lost.url, 'DELETE', `/news/${first?.id ?? ''}`);
    await asEditor(lost.url, 'DELETE', `/news/${third?.id ?? ''}`);
    const [before, itemsBefore] = [await newspaperAt(lost.url), await itemsOf(lost)];
    assert.equal(before.trash.length, 2);
    assert.equal(
      await done('backup', 'rehearsal.jsonl.gz'),
      `rehearsal.jsonl.gz: 60 stories, 2 of them in the trash, from the stand-in on port ${lost.port}\n`,
    );

    const paper = await freshPaper();
    assert.deepEqual((await newspaperAt(paper.url)).stories, []);
    const output = await done('restore', 'rehearsal.jsonl.gz');
    assert.match(output, new RegExp(`Into the stand-in on port ${paper.port}:\n +60 written\n$`));
    assert.deepEqual(await newspaperAt(paper.url), before);
    assert.deepEqual(await itemsOf(paper), itemsBefore);

    await asEditor(paper.url, 'POST', `/trash/${first?.id ?? ''}/restore`);
    assert.deepEqual((await newspaperAt(paper.url)).stories[0], stories[0]);
  });

  it('changes nothing the second time, told to overwrite or not', async () => {
    const paper = await freshPaper('seeded');
    await done('backup', 'twice.jsonl.gz');
    const before = await itemsOf(paper);
    assert.match(await done('restore', 'twice.jsonl.gz'), / 0 written\n +60 left as they are/);
    assert.deepEqual(await itemsOf(paper), before);
    assert.match(await done('restore', 'twice.jsonl.gz', '--overwrite'), / 60 written\n$/);
    assert.deepEqual(await itemsOf(paper), before);
  });

  it('leaves alone what has changed since, unless told to overwrite it', async () => {
    const paper = await freshPaper('seeded');
    await done('backup', 'earlier.jsonl.gz');
    const before = await newspaperAt(paper.url);
    await asEditor(paper.url, 'DELETE', '/news');
    assert.deepEqual((await newspaperAt(paper.url)).stories, []);
    await done('restore', 'earlier.jsonl.gz');
    assert.deepEqual((await newspaperAt(paper.url)).stories, []);
    await done('restore', 'earlier.jsonl.gz', '--overwrite');
    assert.deepEqual(await newspaperAt(paper.url), before);
  });

  it('puts a later version in the place of an earlier one, and never the other way round', async () => {
    const paper = await freshPaper();
    const [one, two] = articlesUpTo(Date.now(), 2, 1000).map((story) => ({ ...story, version: 2 }));
    assert.ok(one && two);
    await openArticles().publish([one, two]);
    await done('backup', 'versions.jsonl.gz');
    const [older, newer] = [
      { ...one, version: 1, headline: 'As it was' },
      { ...two, version: 3, headline: 'As it became' },
    ];
    await openArticles().publish([older, newer]);
    const output = await done('restore', 'versions.jsonl.gz');
    assert.match(output, / 1 written\n +1 left as they are/);
    assert.deepEqual((await newspaperAt(paper.url)).stories, [one, newer]);
  });

  it('leaves out what is past its time in the trash', async () => {
    const paper = await freshPaper();
    const [story] = articlesUpTo(Date.now(), 1, 0);
    assert.ok(story);
    await openArticles().publish([story]);
    const longAgo = new Date(Date.now() - 60_000).toISOString();
    await openArticles().moveToTrash(story.id, { deletedAt: longAgo, expiresAt: longAgo });
    await done('backup', 'expired.jsonl.gz');
    await freshPaper();
    assert.match(await done('restore', 'expired.jsonl.gz'), / 0 written\n +1 left out/);
    assert.equal((await itemsOf(standIn ?? paper)).size, 0);
  });
});

describe('a backup of a long history', () => {
  const count = 1500;
  const body = 'Every cabin is sold. '.repeat(100);
  const publishAll = (): Promise<void> =>
    openArticles().publish(
      articlesUpTo(Date.now(), count, 3_600_000).map((story) => ({ ...story, body })),
    );

  it('goes on where it was broken off, and holds everything once', async () => {
    const paper = await freshPaper();
    await publishAll();
    const client = tableOf(paper);
    const pages = { read: 0 };
    client.middlewareStack.add((next) => (args) => {
      pages.read += 1;
      if (pages.read > 2) throw new Error('The power failed.');
      return next(args);
    });
    const table = { client, name: articlesTableName, title: 'the stand-in' };
    const file = { name: 'long.jsonl.gz', path: pathOf('long.jsonl.gz') };
    await assert.rejects(saveTable(table, file, new Date()), /The power failed/);
    // And with it the line that was being written.
    await appendFile(`${file.path}.part`, '{"Item":{"id":{"S":"ha');
    assert.equal((await stat(`${file.path}.part`)).mode & 0o077, 0);

    assert.match(
      await done('backup', file.name),
      /^Went on with the backup begun at .+\n.+ 1500 st/,
    );
    await assert.rejects(stat(`${file.path}.part`), /ENOENT/);
    const listed = await openArticles().listNews({ limit: 2000 });
    await freshPaper();
    assert.match(await done('restore', file.name), / 1500 written\n$/);
    assert.deepEqual(await openArticles().listNews({ limit: 2000 }), listed);
    assert.equal(listed.items.length, count);
  });

  it('is for its user alone, though files of its names were laid out for all to read', async () => {
    await freshPaper('seeded');
    const spy = pathOf('spy.txt');
    await writeFile(spy, '');
    await symlink(spy, pathOf('laid.jsonl.gz.packing'));
    await writeFile(pathOf('laid.jsonl.gz.part'), '');
    await chmod(pathOf('laid.jsonl.gz.part'), 0o666);
    const reader = await open(pathOf('laid.jsonl.gz.part'));
    await done('backup', 'laid.jsonl.gz');
    assert.equal((await reader.stat()).mode & 0o077, 0);
    await reader.close();
    assert.equal((await lstat(pathOf('laid.jsonl.gz'))).mode & 0o170077, 0o100000);
    assert.equal(await readFile(spy, 'utf8'), '');
  });

  it('is packed again when only that was missing', async () => {
    await freshPaper('seeded');
    await done('backup', 'packed.jsonl.gz');
    const lines = gunzipSync(await readFile(pathOf('packed.jsonl.gz')));
    await rm(pathOf('packed.jsonl.gz'));
    await writeFile(pathOf('packed.jsonl.gz.part'), lines);
    assert.match(await done('backup', 'packed.jsonl.gz'), / 60 stories/);
    assert.deepEqual(gunzipSync(await readFile(pathOf('packed.jsonl.gz'))), lines);
  });
});

describe('a file that is not a whole backup', () => {
  let whole: Buffer;

  const bad: [name: string, bytes: (whole: Buffer) => Buffer, words: RegExp][] = [
    [
      'empty',
      () => Buffer.alloc(0),
      / is no whole backup: it is cut short\. Nothing was restored\.\n$/,
    ],
    [
      'cut in the middle',
      (b) => b.subarray(0, b.length / 2),
      / cut short\. Nothing was restored\.\n$/,
    ],
    ['without its last byte', (b) => b.subarray(0, -1), / cut short\. Nothing was restored\.\n$/],
    ['without its last line', withLines((lines) => lines.slice(0, -1)), / cut short\. Nothing was/],
    ['without a story', withLines((lines) => lines.toSpliced(5, 1)), / its checksum differs\. N/],
    [
      'with a story twice',
      withLines((lines) => lines.toSpliced(5, 0, lines[5] ?? '')),
      / checksum/,
    ],
    [
      'with another word',
      withLines((lines) => lines.with(5, (lines[5] ?? '').replace('a', 'e'))),
      / ch/,
    ],
    [
      'with more after its end',
      withLines((lines) => [...lines, lines[5] ?? '']),
      /follows its end\. N/,
    ],
    [
      'of another kind',
      () => Buffer.from('<html>'),
      / is no backup that `npm run backup` made\.\n$/,
    ],
    [
      'of other lines',
      () => gzipSync('{"a":1}\n'),
      / is no backup that `npm run backup` made\.\n$/,
    ],
    [
      'of no lines',
      () => gzipSync('Good morning!\n'),
      / is no backup that `npm run backup` made\.\n$/,
    ],
    ['of one endless line', () => gzipSync('a'.repeat(9_000_000)), / is no backup that /],
    ['of the future', () => gzipSync('{"presspassBackup":2}\n'), / by a newer Presspass, /],
  ];

  function withLines(change: (lines: string[]) => string[]) {
    return (bytes: Buffer): Buffer => {
      const lines = gunzipSync(bytes).toString().trimEnd().split('\n');
      return gzipSync(`${change(lines).join('\n')}\n`);
    };
  }

  /** What somebody has written who knows how backups are sealed: `change` is given the first line and the first story. */
  const forgeries: [name: string, change: (lines: Forged) => unknown[], words: RegExp][] = [
    ['that is nothing', ([first]) => [first, { Item: null }], / is no backup that `npm/],
    ['that is a number', ([first]) => [first, { Item: 5 }], / is no backup that `npm/],
    [
      'that makes a month',
      ([first, story]) => [first, changed(story, { publishedAt: { S: 'zzzz-zz' } })],
      / line 2 is no story\. N/,
    ],
    [
      'in the list of months',
      ([first, story]) => [first, changed(story, { listing: { S: 'months' } })],
      / line 2 is no story\. N/,
    ],
    [
      'in the place of another',
      ([first, story]) => [first, changed(story, { listedAt: { S: '9999' } })],
      / line 2 is no story\. N/,
    ],
    [
      'in the trash for ever',
      ([first, story]) => [first, changed(story, { deletedAt: { S: '2026-11-20T08:00:00.000Z' } })],
      / line 2 is no story\. N/,
    ],
    [
      'without a headline',
      ([first, story]) => [first, changed(story, { headline: { N: '1' } })],
      / line 2 is no story\. N/,
    ],
    [
      'after words for the terminal',
      ([first, story]) => [{ ...first, startedAt: '\u001b[2J2026' }, story],
      /^bad\.jsonl\.gz is no backup that `npm run backup` made\.\n$/,
    ],
  ];

  before(async () => {
    await freshPaper('seeded');
    await done('backup', 'whole.jsonl.gz');
    whole = await readFile(pathOf('whole.jsonl.gz'));
    await freshPaper();
  });

  for (const [name, bytes, words] of bad) {
    it(`is refused before anything is written: ${name}`, async () => {
      await writeFile(pathOf('bad.jsonl.gz'), bytes(whole));
      const { code, output } = await run('restore', 'bad.jsonl.gz');
      assert.match(output, words);
      assert.equal(code, 1);
      assert.ok(standIn);
      assert.equal((await itemsOf(standIn)).size, 0);
    });
  }

  for (const [name, change, words] of forgeries) {
    it(`is refused before anything is written: with a story ${name}`, async () => {
      const [first = '', story = ''] = gunzipSync(whole).toString().split('\n');
      const lines = change([JSON.parse(first) as object, JSON.parse(story) as { Item: object }]);
      await writeFile(pathOf('bad.jsonl.gz'), gzipSync(sealed(lines)));
      const { code, output } = await run('restore', 'bad.jsonl.gz');
      assert.match(output, words);
      assert.equal(code, 1);
      assert.ok(standIn);
      assert.equal((await itemsOf(standIn)).size, 0);
    });
  }

  it('is told from a whole one without a table to restore it to', async () => {
    assert.match(
      await done('restore', 'whole.jsonl.gz', '--check'),
      /^whole\.jsonl\.gz: 60 stories, 0 of them in the trash, of \d{4}-.+Z\n$/,
    );
    await truncate(pathOf('whole.jsonl.gz'), 1000);
    assert.equal((await run('restore', 'whole.jsonl.gz', '--check')).code, 1);
  });
});

describe('a table at AWS', () => {
  /** As the SDK finds it on somebody's machine; the endpoint is where AWS would be. */
  const aws = (paper: StandIn): Record<string, string> => ({
    AWS_ENDPOINT_URL_DYNAMODB: paper.url,
    AWS_REGION: 'eu-west-1',
    AWS_ACCESS_KEY_ID: 'anybody',
    AWS_SECRET_ACCESS_KEY: 'anything',
  });

  it('is saved and restored by its name, with what the environment says of region and credentials', async () => {
    const paper = await freshPaper('seeded');
    const saving = ['backup', 'aws.jsonl.gz', '--table', articlesTableName];
    const saved = await runInFolder(folder, saving, aws(paper));
    assert.match(
      saved.output,
      /^aws\.jsonl\.gz: 60 stories.+, from presspass-articles in eu-west-1\n$/,
    );
    const restoring = ['restore', 'aws.jsonl.gz', '--table', articlesTableName];
    const restored = await runInFolder(folder, restoring, aws(await freshPaper()));
    assert.match(restored.output, /\nInto presspass-articles in eu-west-1:\n +60 written\n$/);
  });

  it('that does not exist is named', async () => {
    const paper = await freshPaper();
    const { code, output } = await runInFolder(
      folder,
      ['backup', 'none.jsonl.gz', '--table', 'typo'],
      aws(paper),
    );
    assert.equal(output, 'There is no table typo in eu-west-1.\n');
    assert.equal(code, 1);
  });

  it('needs a region and credentials', async () => {
    const noMetadata = { AWS_EC2_METADATA_DISABLED: 'true' };
    const command = ['backup', 'none.jsonl.gz', '--table', 'articles'];
    const nowhere = await runInFolder(folder, command, noMetadata);
    assert.match(
      nowhere.output,
      /^In which region is the table\? Set AWS_REGION, as in eu-west-1\.\n$/,
    );
    const nobody = await runInFolder(folder, command, { ...noMetadata, AWS_REGION: 'eu-west-1' });
    assert.match(nobody.output, /^There are no AWS credentials\. [^\n]+\n$/);
  });

  it('says in one line that AWS cannot be reached', async () => {
    const nowhere = { AWS_ENDPOINT_URL_DYNAMODB: await nobodysAddress(), AWS_MAX_ATTEMPTS: '1' };
    const { code, output } = await runInFolder(
      folder,
      ['backup', 'unreachable.jsonl.gz', '--table', 'articles'],
      { ...nowhere, AWS_REGION: 'eu-west-1', AWS_ACCESS_KEY_ID: 'a', AWS_SECRET_ACCESS_KEY: 'b' },
    );
    assert.match(output, /^AWS does not answer \([^\n]+region[^\n]+\n$/);
    assert.equal(code, 1);
  });

  it('names the profile that is not signed in', async () => {
    const settings = ['sso_start_url=https://paper.test', 'sso_region=eu-west-1'];
    const account = ['sso_account_id=123456789012', 'sso_role_name=editor', 'region=eu-west-1'];
    const config = [
      '[profile paper]',
      'sso_session=paper',
      ...account,
      '[sso-session paper]',
      ...settings,
    ];
    await writeFile(pathOf('config'), config.join('\n'));
    const { output } = await runInFolder(
      folder,
      ['backup', 'sso.jsonl.gz', '--table', 'articles'],
      {
        AWS_CONFIG_FILE: pathOf('config'),
        AWS_PROFILE: 'paper',
      },
    );
    assert.equal(output, 'The profile is not signed in: aws sso login --profile paper\n');
  });
});

describe('npm run backup and npm run restore', () => {
  const mistakes: [name: string, args: string[], words: RegExp][] = [
    ['nothing', ['backup'], /^Usage: npm run backup -- <file\.jsonl\.gz> \[--table <name>\]\n$/],
    ['two files', ['backup', 'a', 'b'], /^Usage: [^\n]+\n$/],
    ['an unknown option', ['backup', 'a', '--all'], /^Unknown option '--all'\.\nUsage: [^\n]+\n$/],
    ['a table without a name', ['restore', 'a', '--table', ''], /^Usage: [^\n]+\n[^\n]+\n$/],
    [
      'nobody there',
      ['backup', 'new.jsonl.gz'],
      /^No stand-in answers on port 1\. Start it \([^\n]+\n$/,
    ],
    [
      'no such file',
      ['restore', 'none'],
      /^none cannot be used: there is no such file or folder\.\n$/,
    ],
    ['a folder', ['restore', '.'], /^\. cannot be used: it is a folder\.\n$/],
  ];
  before(async () => {
    await standIn?.close();
    standIn = undefined;
  });

  for (const [name, args, words] of mistakes) {
    it(`say in a line what is wrong: ${name}`, async () => {
      const { code, output } = await run(...args);
      assert.match(output, words);
      assert.equal(code, 1);
    });
  }

  it('mention what is left of a backup that fails on its way, and what to do with it', async () => {
    const pages = [
      { Items: [{ id: { S: 'a' }, listing: { S: 'news' } }], LastEvaluatedKey: { id: { S: 'a' } } },
    ];
    const table = await startServer((request, response) => {
      const page = request.method === 'GET' ? {} : pages.shift();
      response.writeHead(page ? 200 : 400, { 'content-type': 'application/x-amz-json-1.0' });
      response.end(JSON.stringify(page ?? { __type: 'ValidationException', message: 'No more.' }));
    });
    const { port } = new URL(table.url);
    const backup = (): Promise<Ended> =>
      runInFolder(folder, ['backup', 'half.jsonl.gz'], { EDGE_PORT: port });
    const { code, output } = await backup();
    assert.match(
      output,
      /^DynamoDB refuses, [^\n]+: No more\.\nWhat was read so far is in half\.jsonl\.gz\.part\. Run the same again to go on from there, or delete that file to begin anew\.\n$/,
    );
    assert.equal(code, 1);
    await rm(pathOf('half.jsonl.gz.part'));
    // Nothing was read, so nothing is left.
    assert.match((await backup()).output, /^DynamoDB refuses, [^\n]+: No more\.\n$/);
    await assert.rejects(stat(pathOf('half.jsonl.gz.part')), /ENOENT/);
    await table.close();
  });

  it('write over no file', async () => {
    await freshPaper();
    await writeFile(pathOf('mine.txt'), 'Mine.');
    await writeFile(pathOf('new.jsonl.gz.part'), 'Mine, too.\n');
    assert.match(
      (await run('backup', 'mine.txt')).output,
      /^mine\.txt cannot be used: it exists alr/,
    );
    assert.match(
      (await run('backup', 'new.jsonl.gz')).output,
      /^new\.jsonl\.gz\.part is in the way, /,
    );
    assert.match(
      (await run('backup', 'none/new')).output,
      /: there is no such file or folder\.\n$/,
    );
    assert.equal(await readFile(pathOf('mine.txt'), 'utf8'), 'Mine.');
    assert.equal(await readFile(pathOf('new.jsonl.gz.part'), 'utf8'), 'Mine, too.\n');
  });
});

type Forged = [first: object, story: { Item: object }];

const changed = ({ Item }: { Item: object }, change: object): object => ({
  Item: { ...Item, ...change },
});

/** Lines with the last one that a backup has, which fits them. */
function sealed(lines: unknown[]): string {
  const text = lines.map((line) => `${JSON.stringify(line)}\n`).join('');
  const trashed = lines.filter((line) => JSON.stringify(line).includes('"deletedAt"')).length;
  const sha256 = createHash('sha256').update(text).digest('hex');
  return `${text}${JSON.stringify({ end: { stories: lines.length - 1, trashed, sha256 } })}\n`;
}
