import assert from 'node:assert/strict';
import { appendFile, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { buildFunctionBundles } from '../infra/functions/function-bundles.ts';
import type { FunctionBundle } from '../infra/functions/function-bundles.ts';
import { startStandIn } from '../local/stand-in.ts';
import type { StandIn } from '../local/stand-in.ts';
import { machineToken } from '../local/testing/machine-token.ts';
import { runTool } from './processes/tool.ts';

let folder: string;
let bundles: FunctionBundle[];
let standIn: StandIn;

before(async () => {
  folder = await mkdtemp(join(tmpdir(), 'presspass-local-'));
  const functions = join(folder, 'functions');
  bundles = await buildFunctionBundles(functions);
  for (const bundle of bundles) await leaveTrace(bundle);
  standIn = await startStandIn({
    folder: join(folder, 'state'),
    port: 0,
    articles: 'none',
    functions,
  });
});

after(async () => {
  await standIn.close();
  await rm(folder, { recursive: true });
});

/** The operations whose bundles were loaded, as the bundles themselves say. */
const loaded: string[] = [];
Object.assign(globalThis, { loaded });

async function leaveTrace({ operationId, folder: of }: FunctionBundle): Promise<void> {
  await appendFile(join(of, 'index.mjs'), `globalThis.loaded.push('${operationId}');`);
}

interface Answer {
  status: number;
  content: Record<string, unknown>;
}

async function ask(request: string, token = '', body?: object): Promise<Answer> {
  const [method = '', path = ''] = request.split(' ');
  const headers = { Authorization: token, 'Content-Type': 'application/json' };
  const init = { method, headers, ...(body && { body: JSON.stringify(body) }) };
  const response = await fetch(standIn.url + path, init);
  const text = await response.text();
  const content = (text === '' ? {} : JSON.parse(text)) as Record<string, unknown>;
  return { status: response.status, content };
}

const story = {
  headline: 'Ice on the canal',
  summary: 'Skates are out.',
  section: 'City',
  byline: 'Newsroom',
  body: 'It held all day.',
};

/** The operations that were asked for. */
const used = new Set<string>();

function does(operationId: string, ...request: Parameters<typeof ask>): Promise<Answer> {
  used.add(operationId);
  return ask(...request);
}

async function listed(operationId: string, ...request: Parameters<typeof ask>): Promise<number> {
  const { content } = await does(operationId, ...request);
  return (content['items'] as unknown[]).length;
}

describe('the stand-in with the bundled functions', () => {
  it('takes a story through its life', async () => {
    const editor = { username: 'editor@presspass.test', password: 'Press-Pass-2026' };
    const { content: signedIn } = await does('userSignIn', 'POST /api/user-sign-in', '', editor);
    const { id_token: id, access_token: access } = signedIn['data'] as Record<string, string>;
    assert.deepEqual((await does('getMe', 'GET /api/me', id)).content['groups'], ['admin']);

    const published = await does('publishArticle', 'POST /api/news', access, story);
    assert.equal(published.status, 201);
    const article = `/api/news/${String(published.content['id'])}`;
    const read = await does('readArticle', `GET ${article}`, id);
    assert.equal(read.content['body'], story.body);
    assert.equal(await listed('listNews', 'GET /api/news'), 1);

    assert.equal((await does('deleteArticle', `DELETE ${article}`, id)).status, 204);
    assert.equal(await listed('listNews', 'GET /api/news'), 0);
    assert.equal(await listed('listTrash', 'GET /api/trash', id), 1);
    const restoring = `POST ${article.replace('news', 'trash')}/restore`;
    assert.equal((await does('restoreArticle', restoring, id)).status, 200);
    const all = await does('deleteAllNews', 'DELETE /api/news', id);
    assert.deepEqual(all.content, { deleted: 1, done: true });
  });

  it('serves machines', async () => {
    const tokenOf = (name: 'hello' | 'weather'): Promise<string> => machineToken(standIn.url, name);
    const [weather, hello] = [await tokenOf('weather'), await tokenOf('hello')];
    const greeting = await does('hello', 'GET /services/hello', hello);
    assert.equal(greeting.content['message'], 'Hello!');
    assert.equal((await does('listWeatherEvents', 'GET /services/weather', weather)).status, 200);
    const added = await does('addWeatherEvent', 'POST /services/weather', weather, {});
    assert.equal(added.content['message'], 'success');
  });

  it('has done with that all that the bundles do, and by them', () => {
    const operations = bundles.map(({ operationId }) => operationId).sort();
    assert.deepEqual([...used].sort(), operations);
    assert.deepEqual(loaded.sort(), operations);
  });
});

describe('npm run local', () => {
  it('refuses an argument that it does not know', async () => {
    const { code, output } = await runTool('tools/local.ts', ['--bundle'], { output: 'keep' });
    assert.equal(code, 1);
    assert.match(output, /--bundles and --watch and nothing else; what is "--bundle"\?/);
  });
});
