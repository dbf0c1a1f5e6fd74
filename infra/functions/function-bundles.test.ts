import assert from 'node:assert/strict';
import { mkdtemp, readFile, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { pathToFileURL } from 'node:url';
import type { FunctionBundle } from './function-bundles.ts';
import { buildFunctionBundles, readFunctionBundles } from './function-bundles.ts';
import { requiredVariables } from './required-variables.ts';

/** Outside of the project, as on Lambda: there are no packages to fall back on. */
let folder: string;
let bundles: FunctionBundle[];

before(async () => {
  folder = await mkdtemp(join(tmpdir(), 'presspass-bundles-'));
  bundles = await buildFunctionBundles(join(folder, 'first'));
});

after(() => rm(folder, { recursive: true }));

const bundleOf = (operationId: string): FunctionBundle =>
  bundles.find((bundle) => bundle.operationId === operationId) ?? assert.fail(operationId);

const codeOf = (bundle: FunctionBundle): Promise<Buffer> =>
  readFile(join(bundle.folder, 'index.mjs'));

describe('the function bundles', () => {
  it('are one for each handler, named as its operation', async () => {
    const handlers = await readdir(new URL('../../backend/handlers/', import.meta.url));
    assert.equal(bundles.length, handlers.length);
    assert.ok(bundleOf('listWeatherEvents').folder.endsWith('list-weather-events'));
  });

  it('need no packages beside them', async () => {
    for (const bundle of bundles) {
      const file = pathToFileURL(join(bundle.folder, 'index.mjs'));
      const { handler } = (await import(file.href)) as { handler: unknown };
      assert.equal(typeof handler, 'function', bundle.operationId);
    }
  });

  it('are the same bytes wherever they are built, so that only changes are deployed', async () => {
    const again = await buildFunctionBundles(join(folder, 'second'));
    for (const [index, bundle] of again.entries()) {
      const first = bundles[index] ?? assert.fail();
      assert.ok((await codeOf(first)).equals(await codeOf(bundle)), bundle.operationId);
    }
  });

  it('say how many bytes they are, and which variables they cannot do without', async () => {
    assert.equal(bundleOf('hello').bytes, (await codeOf(bundleOf('hello'))).length);
    assert.deepEqual(bundleOf('hello').variables, []);
    assert.deepEqual(bundleOf('restoreArticle').variables, ['ARTICLES_TABLE']);
    const signIn = ['CLIENT_ID', 'CLIENT_SECRET', 'USER_POOL_ID'];
    assert.deepEqual(bundleOf('userSignIn').variables, signIn);
  });

  it('are at most 350 KB', () => {
    const heavy = bundles.filter(({ bytes }) => bytes > 350_000);
    assert.deepEqual(heavy, []);
  });

  it('are listed for whoever deploys them', () => {
    assert.deepEqual(readFunctionBundles(join(folder, 'first')), bundles);
  });

  it('leave nothing of an earlier build beside them, which would be uploaded too', async () => {
    const stray = join(bundleOf('hello').folder, 'index.mjs.map');
    await writeFile(stray, '{}');
    await writeFile(join(bundleOf('hello').folder, 'index.mjs'), 'of an earlier build');
    await buildFunctionBundles(join(folder, 'first'));
    assert.deepEqual(await readdir(bundleOf('hello').folder), ['index.mjs']);
    assert.equal((await codeOf(bundleOf('hello'))).length, bundleOf('hello').bytes);
  });
});

it('says how to build the bundles when there are none', () => {
  assert.throws(() => readFunctionBundles(join(folder, 'nowhere')), /nowhere.*npm run bundle/);
});

it('refuses a declaration of settings that the deployment does not know, by its file', () => {
  const inputs = { 'backend/mail/sender-settings.ts': { bytesInOutput: 40 } };
  assert.throws(() => requiredVariables({ inputs }), /^Error: backend\/mail\/sender-settings\.ts /);
  inputs['backend/mail/sender-settings.ts'].bytesInOutput = 0;
  assert.deepEqual(requiredVariables({ inputs }), []);
});
