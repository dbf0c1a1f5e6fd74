import { readFile, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { buildFolder, buildForProduction } from '../../tools/build/production-build.ts';
import { openPreview } from '../../tools/preview/preview-server.ts';
import type { Figure } from '../figure.ts';
import { startStandInProcess } from '../stand-in-process.ts';
import { temporaryFolder } from '../workspace.ts';
import { buildEmptyApp } from './empty-app.ts';
import { loadPage } from './page-load.ts';
import type { Fetched } from './page-load.ts';
import { buildWithoutSession } from './without-session.ts';

const largestRatio = 1.35;

/** Bytes that the session folder may add to the first load. */
const largestSession = 6 * 1024;

/** Words that minifying leaves in the code of Amplify: of its HTTP client, its errors and its Authenticator. */
const marksOfAmplify = /AWSCognitoIdentityProviderService|AuthUserPoolException|amplify-/;

/**
 * What a reader who comes for the first time fetches for `/`, beside an empty Angular app.
 * `isBuilding: false` takes the production build that is there.
 */
export async function measureFirstLoad(isBuilding: boolean): Promise<Figure[]> {
  if (isBuilding && !(await buildForProduction())) throw new Error('The app could not be built.');
  const emptyApp = await buildEmptyApp();
  const withoutSession = await buildWithoutSession();
  const standIn = await startStandInProcess(await temporaryFolder('state'));
  const load = async (folder: string, readyWhen: string): Promise<Fetched[]> => {
    const preview = await openPreview({ folder, port: 0, origin: standIn.url });
    const files = await loadPage(`http://localhost:${preview.port}/`, readyWhen);
    await preview.close();
    return files;
  };
  const ours = await load(buildFolder, 'main li h2');
  const empty = await load(emptyApp.asBuilt, 'h1');
  const compacted = await load(emptyApp.compacted, 'h1');
  const anonymous = await load(withoutSession, 'main li h2');
  await standIn.stop();
  await expectMarksInBuild();
  return [
    ...figuresOf(ours, { empty: bytesOf(empty, 'code'), compacted: bytesOf(compacted, 'code') }),
    {
      name: 'First load of /: what the session adds to it',
      value: bytesOf(ours, 'code') - bytesOf(anonymous, 'code'),
      unit: 'bytes',
      limit: { of: 'value', atMost: largestSession },
    },
  ];
}

function figuresOf(
  files: readonly Fetched[],
  { empty, compacted }: Record<'empty' | 'compacted', number>,
): Figure[] {
  const listed = (what: string, kind: Fetched['kind']): Figure => ({
    name: `First load of /: ${what}`,
    value: bytesOf(files, kind),
    unit: 'bytes',
  });
  return [
    {
      ...listed('JavaScript and CSS', 'code'),
      peer: { name: 'empty Angular app, as ng builds it', value: empty },
      limit: { of: 'ratio', atMost: largestRatio },
    },
    {
      // What is left when our own step after `ng build` is given to the peer as well.
      ...listed('the same, beside a peer compacted too', 'code'),
      peer: { name: 'empty Angular app, compacted as ours is', value: compacted },
    },
    {
      name: 'First load of /: with Amplify in them',
      value: files.filter(({ text }) => marksOfAmplify.test(text)).length,
      unit: 'files',
      limit: { of: 'value', atMost: 0 },
    },
    listed('document', 'document'),
    listed('fonts', 'font'),
    listed('data', 'data'),
    listed('the rest, as the icon', 'other'),
  ];
}

const bytesOf = (files: readonly Fetched[], kind: Fetched['kind']): number =>
  files.filter((file) => file.kind === kind).reduce((sum, { bytes }) => sum + bytes, 0);

/** The marks must be somewhere in the build, or finding none of them at / would prove nothing. */
async function expectMarksInBuild(): Promise<void> {
  const scripts = (await readdir(buildFolder)).filter((name) => name.endsWith('.js'));
  const texts = await Promise.all(scripts.map((name) => readFile(join(buildFolder, name), 'utf8')));
  if (!texts.some((text) => marksOfAmplify.test(text))) {
    throw new Error('No script of the build is known as Amplify: the marks are out of date.');
  }
}
