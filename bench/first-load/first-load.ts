import { readFile, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { openPreview } from '../../tools/preview/preview-server.ts';
import { emptyAppBuild, productionBuild } from '../builds.ts';
import type { Figure } from '../figure.ts';
import { startStandInProcess } from '../stand-in-process.ts';
import { temporaryFolder } from '../workspace.ts';
import { loadPage } from './page-load.ts';
import type { Fetched } from './page-load.ts';
import { statedWeights } from './stated-weights.ts';

/** A guard against accidents, such as a library that lands in the first load; no aim, and no reason to write code otherwise. */
const largestRatio = 2.2;
const largestFonts = 60_000;

/**
 * Words that minifying leaves in the code of Amplify: of its HTTP client, its errors and its Authenticator. The
 * session's own calls of Cognito have none of them.
 */
const marksOfAmplify = /x-amz-user-agent|AuthUserPoolException|amplify-/;

/**
 * What a reader who comes for the first time fetches for `/`, beside an empty Angular app.
 * `isBuilding: false` takes the production build that is there.
 */
export async function measureFirstLoad(isBuilding: boolean): Promise<Figure[]> {
  const app = await productionBuild(isBuilding);
  const emptyApp = await emptyAppBuild();
  const standIn = await startStandInProcess(await temporaryFolder('state'));
  const load = async (folder: string, readyWhen: string): Promise<Fetched[]> => {
    const preview = await openPreview({ folder, port: 0, origin: standIn.url });
    const files = await loadPage(`http://localhost:${preview.port}/`, readyWhen);
    await preview.close();
    return files;
  };
  const ours = await load(app, 'main li h2');
  const empty = await load(emptyApp, 'h1');
  await standIn.stop();
  await expectMarksInBuild(app);
  return figuresOf(ours, bytesOf(empty, 'code'));
}

function figuresOf(files: readonly Fetched[], emptyCode: number): Figure[] {
  const listed = (what: string, kind: Fetched['kind']): Figure => ({
    name: `First load of /: ${what}`,
    value: bytesOf(files, kind),
    unit: 'bytes',
  });
  return [
    {
      ...listed('JavaScript and CSS', 'code'),
      peer: { name: 'empty Angular app, as ng builds it', value: emptyCode },
      stated: statedWeights,
      limit: { of: 'ratio', atMost: largestRatio },
    },
    {
      name: 'First load of /: with Amplify in them',
      value: files.filter(({ text }) => marksOfAmplify.test(text)).length,
      unit: 'files',
      limit: { of: 'value', atMost: 0 },
    },
    { ...listed('web fonts', 'font'), limit: { of: 'value', atMost: largestFonts } },
    listed('document', 'document'),
    listed('data', 'data'),
    listed('the rest, as the icon', 'other'),
  ];
}

const bytesOf = (files: readonly Fetched[], kind: Fetched['kind']): number =>
  files.filter((file) => file.kind === kind).reduce((sum, { bytes }) => sum + bytes, 0);

/** The marks must be somewhere in the build, or finding none of them at / would prove nothing. */
async function expectMarksInBuild(folder: string): Promise<void> {
  const scripts = (await readdir(folder)).filter((name) => name.endsWith('.js'));
  const texts = await Promise.all(scripts.map((name) => readFile(join(folder, name), 'utf8')));
  if (!texts.some((text) => marksOfAmplify.test(text))) {
    throw new Error('No script of the build is known as Amplify: the marks are out of date.');
  }
}
